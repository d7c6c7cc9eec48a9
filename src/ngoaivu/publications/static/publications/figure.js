/* Bound, quoted and waived figures and named records in the editor: shown as one piece that cannot be typed into, with what stands behind them. */
(() => {
  const piece = (title) => ({ entityKey, contentState, children }) => {
    const data = contentState.getEntity(entityKey).getData();
    return React.createElement("span", { className: "ngoaivu-bound", title: title(data) }, children);
  };
  const named = (data) => [data.fact, data.period, data.on, data.by].filter(Boolean).join(" · ");
  // None has a tool of its own here: they come from the draft, and are moved, copied or removed like a word.
  class Nothing extends React.Component {
    componentDidMount() { this.props.onClose(); }
    render() { return null; }
  }
  draftail.registerPlugin({ type: "FIGURE", source: Nothing, decorator: piece(named) }, "entityTypes");
  draftail.registerPlugin({ type: "QUOTE", source: Nothing, decorator: piece((data) => data.place) }, "entityTypes");
  draftail.registerPlugin({ type: "WAIVER", source: Nothing, decorator: piece((data) => data.key) }, "entityTypes");
  draftail.registerPlugin({ type: "RECORD", source: Nothing, decorator: piece((data) => data.key) }, "entityTypes");
})();
