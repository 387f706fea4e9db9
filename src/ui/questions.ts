import type { App } from 'obsidian';
import type { Questions } from '../app/stages-ui';
import type { Messages } from '../i18n/messages';
import { askCost } from './cost-modal';
import { ImagesQuestions } from './images-questions';
import { AppPasswords } from './passwords';

/**
 * Returns the functions with which the work on a PDF asks the user.
 * @param waitingCount returns the number of PDFs that wait behind the current one
 */
export function questions(app: App, messages: Messages, waitingCount: () => number): Questions {
  const images = new ImagesQuestions(app, messages, waitingCount);
  return {
    passwords: new AppPasswords(app, messages),
    askCost: (question, signal) => askCost(app, messages, question, signal),
    askImages: images.ask,
    queueFellIdle: () => images.queueFellIdle(),
  };
}
