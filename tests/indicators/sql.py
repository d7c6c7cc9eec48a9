"""What each counted indicator comes to, in SQL written by hand over the present tables, without the engine.

Parameters: `here` the territory, `first` and `last` the days of a flow, `day` that of a stock, `today` for embargoes.
"""

KEPT = "NOT t.withdrawn AND t.territory_id = %(here)s AND (t.level <> 'embargoed' OR t.embargo_until <= %(today)s)"
FELL = f"{KEPT} AND t.start_earliest >= %(first)s AND t.start_latest <= %(last)s"
BEGAN = f"{KEPT} AND t.start_latest <= %(day)s"
RAN = f"{BEGAN} AND (t.end_earliest >= %(day)s OR (t.end_earliest IS NULL AND t.end_latest IS NULL))"
ENDED = f"{KEPT} AND t.end_earliest >= %(first)s AND t.end_latest <= %(last)s"

MISSIONS = "FROM delegations_delegation t WHERE NOT t.collective AND t.direction = 'inbound' AND t.origin = 'foreign' AND t.state = 'held' AND"
OUT = "FROM delegations_delegation t WHERE NOT t.collective AND t.direction = 'outbound' AND t.origin = 'foreign' AND t.state = 'held' AND"
VISITS = (
    "FROM delegations_countryvisit t JOIN delegations_delegation m ON m.id = t.delegation_id "
    "WHERE m.state = 'held' AND NOT m.withdrawn AND NOT m.collective AND"
)
EVENTS = "FROM events_event t WHERE NOT t.collective AND t.state = 'held' AND"
TIES = "FROM partners_relationship t JOIN partners_partner p ON p.id = t.partner_id WHERE"
NOT_LOST = "NOT (t.state = 'former' AND t.end_earliest IS NULL AND t.end_latest IS NULL) AND"
TEXTS = "FROM agreements_agreement t WHERE NOT t.collective AND t.state <> 'prepared' AND"
ALIVE = "(t.state = 'in_force' OR t.end_earliest IS NOT NULL OR t.end_latest IS NOT NULL) AND"
ITEMS = "FROM aid_aiditem t WHERE t.state <> 'proposed' AND"
PAID = "FROM aid_disbursement t JOIN aid_aiditem i ON i.id = t.item_id WHERE NOT i.withdrawn AND"
RELATIVES = "FROM community_association t WHERE t.kind IN ('relatives', 'liaison') AND"

SQL = {
    "delegations.inbound.missions": f"SELECT COUNT(*) {MISSIONS} {FELL}",
    "delegations.inbound.people": f"SELECT SUM(t.persons) {MISSIONS} {FELL}",
    "delegations.inbound.countries": f"SELECT COUNT(DISTINCT t.country_id) {MISSIONS} {FELL}",
    "delegations.inbound.domestic": f"SELECT COUNT(*) {MISSIONS.replace('foreign', 'domestic')} {FELL}",
    "delegations.inbound.people_channel": f"SELECT COUNT(*) {MISSIONS} t.channel = 'people' AND {FELL}",
    "delegations.outbound.missions": f"SELECT COUNT(*) {OUT} {FELL}",
    "delegations.outbound.people": f"SELECT SUM(t.persons) {OUT} {FELL}",
    "delegations.outbound.country_visits": f"SELECT COUNT(*) {VISITS} {FELL}",
    "delegations.outbound.countries": f"SELECT COUNT(DISTINCT t.country_id) {VISITS} {FELL}",
    "partners.relationships.current": f"SELECT COUNT(DISTINCT t.partner_id) {TIES} {NOT_LOST} {RAN}",
    "partners.relationships.established": f"SELECT COUNT(*) {TIES} {FELL}",
    "partners.countries": f"SELECT COUNT(DISTINCT p.country_id) {TIES} {NOT_LOST} {RAN}",
    "agreements.signed": f"SELECT COUNT(*) {TEXTS} t.kind = 'international' AND {FELL}",
    "agreements.in_force": f"SELECT COUNT(*) {TEXTS} t.kind = 'international' AND {ALIVE} {RAN}",
    "agreements.domestic.in_force": f"SELECT COUNT(*) {TEXTS} t.kind = 'domestic' AND {ALIVE} {RAN}",
    "agreements.contracts.signed": f"SELECT COUNT(*) {TEXTS} t.kind = 'civil_contract' AND {FELL}",
    "events.held": f"SELECT COUNT(*) {EVENTS} {FELL}",
    "events.economic": f"SELECT COUNT(*) {EVENTS} t.field = 'economic' AND {FELL}",
    "events.cultural": f"SELECT COUNT(*) {EVENTS} t.kind = 'culture' AND {FELL}",
    "events.cultural.with_troupe": f"SELECT COUNT(*) {EVENTS} t.kind = 'culture' AND t.troupe_id IS NOT NULL AND {FELL}",
    "events.conferences": f"SELECT COUNT(*) {EVENTS} t.kind = 'conference' AND {FELL}",
    "events.participants": f"SELECT SUM(t.participants) {EVENTS} {FELL}",
    "events.foreign_participants": f"SELECT SUM(t.foreign_participants) {EVENTS} {FELL}",
    "events.series": f"SELECT COUNT(DISTINCT t.series_id) {EVENTS} {FELL}",
    "events.countries": (
        "SELECT COUNT(DISTINCT t.country_id) FROM events_eventcountry t JOIN events_event e ON e.id = t.event_id "
        f"WHERE e.state = 'held' AND NOT e.withdrawn AND NOT e.collective AND {FELL}"
    ),
    "legal.in_force": f"SELECT COUNT(*) FROM documents_legaltext t WHERE NOT (t.status = 'expired' AND t.expired_on IS NULL) AND {RAN}",
    "legal.entered": f"SELECT COUNT(*) FROM documents_legaltext t WHERE t.local AND {FELL}",
    "information.classes": f"SELECT COUNT(*) {EVENTS} t.kind = 'training' AND {FELL}",
    "information.attendees": f"SELECT SUM(t.participants) {EVENTS} t.kind = 'training' AND {FELL}",
    "aid.items.approved": f"SELECT COUNT(*) {ITEMS} {FELL}",
    "aid.committed.usd": f"SELECT SUM(t.committed_minor) / 100.0 {ITEMS} t.currency = 'USD' AND {FELL}",
    "aid.committed.vnd": f"SELECT SUM(t.committed_minor) {ITEMS} t.currency = 'VND' AND {FELL}",
    "aid.disbursed.usd": f"SELECT SUM(t.amount_minor) / 100.0 {PAID} t.currency = 'USD' AND {FELL}",
    "aid.disbursed.vnd": f"SELECT SUM(t.amount_minor) {PAID} t.currency = 'VND' AND {FELL}",
    "aid.registrations.valid": f"SELECT COUNT(*) FROM aid_ngoregistration t WHERE {RAN}",
    "aid.ngos.active": f"SELECT COUNT(DISTINCT t.partner_id) FROM aid_ngoregistration t WHERE {RAN}",
    "aid.volunteers.received": f"SELECT COUNT(*) FROM aid_volunteer t WHERE {FELL}",
    "aid.volunteers.serving": f"SELECT COUNT(*) FROM aid_volunteer t WHERE {RAN}",
    "abtc.permitted.people": f"SELECT COUNT(*) FROM casework_travelpermission t WHERE t.state = 'permitted' AND {FELL}",
    "abtc.decided.people": f"SELECT COUNT(*) FROM casework_travelpermission t WHERE t.state IN ('permitted', 'refused') AND {FELL}",
    "trainees.trained.to_date": f"SELECT SUM(t.trained) FROM community_traineecohort t WHERE {KEPT} AND t.end_latest <= %(day)s",
    "trainees.placed.to_date": f"SELECT SUM(t.placed) FROM community_traineecohort t WHERE {KEPT} AND t.end_latest <= %(day)s",
    "trainees.trained": f"SELECT SUM(t.trained) FROM community_traineecohort t WHERE {ENDED}",
    "trainees.placed": f"SELECT SUM(t.placed) FROM community_traineecohort t WHERE {ENDED}",
    "overseas.enterprises.active": f"SELECT COUNT(*) FROM community_enterprise t WHERE {RAN}",
    "overseas.enterprises.capital": f"SELECT SUM(t.capital_minor) FROM community_enterprise t WHERE t.currency = 'VND' AND {RAN}",
    "overseas.enterprises.countries": f"SELECT COUNT(DISTINCT t.country_id) FROM community_enterprise t WHERE {RAN}",
    "overseas.associations.active": f"SELECT COUNT(*) {RELATIVES} {RAN}",
    "overseas.associations.members": f"SELECT SUM(t.members) {RELATIVES} {RAN}",
    "bulletins.issues": f"SELECT COUNT(*) FROM events_bulletinissue t WHERE {FELL}",
    "bulletins.copies": f"SELECT SUM(t.print_run) FROM events_bulletinissue t WHERE {FELL}",
    "models.applied": f"SELECT COUNT(*) FROM partners_learnedmodel t WHERE {RAN}",
}
# Days of the same name in SQL's own hand: the administrative year ends on 14 December.
YEARS = {
    "administrative": {2017: ("2016-12-15", "2017-12-14"), 2019: ("2018-12-15", "2019-12-14")},
    "calendar": {2017: ("2017-01-01", "2017-12-31"), 2019: ("2019-01-01", "2019-12-31")},
}
