import { NotImplementedError } from '../../not-implemented';
import { TextComponent } from './text';

/** Throws when it is created, because the host has no date formats. */
export class MomentFormatComponent extends TextComponent {
  sampleEl: HTMLElement = createSpan();

  constructor(containerEl: HTMLElement) {
    super(containerEl);
    throw new NotImplementedError('MomentFormatComponent');
  }

  setDefaultFormat(_defaultFormat: string): this {
    throw new NotImplementedError('MomentFormatComponent.setDefaultFormat');
  }

  setSampleEl(sampleEl: HTMLElement): this {
    this.sampleEl = sampleEl;
    return this;
  }

  updateSample(): void {
    throw new NotImplementedError('MomentFormatComponent.updateSample');
  }
}
