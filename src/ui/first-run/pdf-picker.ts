import { FuzzySuggestModal, type App, type TFile } from 'obsidian';
import { isPdfPath } from '../../inbox/scope';

/** Returns the vault's PDFs, the most recently modified first. */
export function pdfsOf(app: App): TFile[] {
  const pdfs = app.vault.getFiles().filter(({ path }) => isPdfPath(path));
  return pdfs.sort((left, right) => right.stat.mtime - left.stat.mtime);
}

/** Lets the user choose one of the vault's PDFs. */
export class PdfPicker extends FuzzySuggestModal<TFile> {
  constructor(
    app: App,
    placeholder: string,
    private readonly onChoose: (pdf: TFile) => void,
  ) {
    super(app);
    this.setPlaceholder(placeholder);
  }

  override getItems(): TFile[] {
    return pdfsOf(this.app);
  }

  override getItemText({ path }: TFile): string {
    return path;
  }

  override onChooseItem(pdf: TFile): void {
    this.onChoose(pdf);
  }
}
