// What the data scripts and the scripts loaded on use put on the window.
interface Window {
  onrecordSearch?: import("../search/finder").SearchData;
  onrecordTerms?: import("../sparql/terms").Terms;
  onrecordDataset?: import("../sparql/protocol").DatasetText;
  onrecordEditor?: typeof import("../sparql/editor").openEditor;
  onrecordEngine?: (
    dataset: import("../sparql/protocol").DatasetText,
  ) => Promise<import("../sparql/engine").Engine>;
  onrecordExplore?: typeof import("../map/explore").explore;
}
