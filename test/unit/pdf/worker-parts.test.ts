import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { imageCover, imageNames } from '../../../src/pdf/read/image-cover';
import { inkShare } from '../../../src/pdf/read/ink';
import { kindOfFailure } from '../../../src/pdf/read/open-document';

const view = [0, 0, 100, 200];

function coverOf(...operations: readonly (readonly [number, unknown])[]): number {
  const list = {
    fnArray: operations.map(([operator]) => operator),
    argsArray: operations.map(([, args]) => args),
  };
  return imageCover(list, view);
}

describe('imageCover', () => {
  it('imageCover is zero for text and lines', () => {
    expect(coverOf([OPS.beginText, null], [OPS.constructPath, [OPS.stroke]])).toBe(0);
  });

  it('imageCover is the area of an image divided by the area of the page', () => {
    expect(coverOf([OPS.transform, [100, 0, 0, 100, 0, 0]], [OPS.paintImageXObject, ['img', 8, 8]])).toBe(
      0.5,
    );
    expect(coverOf([OPS.transform, [0, 200, -100, 0, 100, 0]], [OPS.paintImageXObject, ['img', 8, 8]])).toBe(
      1,
    );
  });

  it('a transformation has no effect on imageCover after `restore`', () => {
    expect(
      coverOf(
        [OPS.save, null],
        [OPS.transform, [100, 0, 0, 200, 0, 0]],
        [OPS.restore, null],
        [OPS.paintImageXObject, ['img', 8, 8]],
      ),
    ).toBe(0);
  });

  it('imageCover adds up the areas of images, but counts overlapping areas once', () => {
    const strip = (y: number): readonly (readonly [number, unknown])[] => [
      [OPS.save, null],
      [OPS.transform, [100, 0, 0, 50, 0, y]],
      [OPS.paintImageMaskXObject, [{}]],
      [OPS.restore, null],
    ];
    expect(coverOf(...strip(0), ...strip(50), ...strip(100), ...strip(150))).toBe(1);
    expect(coverOf(...strip(0), ...strip(0), ...strip(0))).toBe(0.25);
  });

  it('imageCover includes images in form XObjects, and images that pdf.js has joined', () => {
    expect(
      coverOf(
        [OPS.paintFormXObjectBegin, [[2, 0, 0, 2, 0, 0], null]],
        [OPS.paintImageXObjectRepeat, ['img', 25, 25, new Float32Array([0, 0, 25, 0, 0, 25, 25, 25])]],
        [OPS.paintFormXObjectEnd, []],
      ),
    ).toBe(0.5);
    expect(coverOf([OPS.paintInlineImageXObjectGroup, [{}, [{ transform: [100, 0, 0, 100, 0, 100] }]]])).toBe(
      0.5,
    );
  });

  it('imageCover counts only the part of an image that is on the page', () => {
    expect(
      coverOf([OPS.transform, [900, 0, 0, 900, -300, -300]], [OPS.paintImageXObject, ['img', 8, 8]]),
    ).toBe(1);
  });
});

describe('imageNames', () => {
  it('imageNames returns the names of the images that are stored outside of the operator list', () => {
    const list = {
      fnArray: [
        OPS.paintImageXObject,
        OPS.paintInlineImageXObject,
        OPS.paintImageXObjectRepeat,
        OPS.showText,
      ],
      argsArray: [['img_p0_1', 1, 1], [{ data: null }], ['g_d0_img_2', 1, 1], [['text']]],
    };
    expect(imageNames(list)).toEqual(['img_p0_1', 'g_d0_img_2']);
  });
});

describe('inkShare', () => {
  const pixels = (...grey: readonly number[]): Uint8ClampedArray =>
    Uint8ClampedArray.from(grey.flatMap((lightness) => [lightness, lightness, lightness, 255]));

  it('inkShare returns the share of pixels that are not paper, for light and for dark paper', () => {
    expect(inkShare(pixels(255, 255, 255, 0))).toBe(0.25);
    expect(inkShare(pixels(0, 0, 0, 255))).toBe(0.25);
    expect(inkShare(pixels(200, 200, 190, 210))).toBe(0);
    expect(inkShare(pixels())).toBe(0);
  });
});

describe('kindOfFailure', () => {
  const named = (name: string, message: string, more: object = {}): Error =>
    Object.assign(new Error(message), { name, ...more });

  it.each([
    [named('PasswordException', 'No password given', { code: 1 }), 'pdf-password-needed'],
    [named('PasswordException', 'Incorrect Password', { code: 2 }), 'pdf-password-wrong'],
    [named('UnknownErrorException', 'unknown encryption method'), 'pdf-unsupported-security'],
    [named('InvalidPDFException', 'Invalid PDF structure.'), 'pdf-corrupt'],
    [named('RangeError', 'Array buffer allocation failed'), 'pdf-too-large'],
    ['something else', 'pdf-corrupt'],
  ])('kindOfFailure turns %s into the kind %s', (thrown, kind) => {
    expect(kindOfFailure(thrown)).toBe(kind);
  });
});
