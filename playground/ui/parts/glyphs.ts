/** Outlines of the small signs on buttons and fields, drawn on a 24 by 24 grid. */
export const glyphs = {
  alert: 'M12 4 21 20H3ZM12 10v5M12 17.6v.1',
  bell: 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5ZM10 20.5h4',
  check: 'M5 12.5 10 17.5 19.5 7',
  chevronDown: 'M6 9.5 12 15.5 18 9.5',
  close: 'M6 6 18 18M18 6 6 18',
  copy: 'M9 9h10v11H9ZM15 9V4H5v11h4',
  dots: 'M5 10.8h.01v2.4h-.01ZM12 10.8h.01v2.4h-.01ZM19 10.8h.01v2.4h-.01Z',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 11v5.5M12 7.6v.1',
  open: 'M14 5h5v5M19 5l-8 8M17 14v5H5V7h5',
  renew: 'M19.5 12a7.5 7.5 0 1 1-2.4-5.5M19.5 3.5v4h-4',
  search: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12ZM15 15l5 5',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v5.5M13.5 10.5v5.5',
  up: 'M12 20V5M6 11l6-6 6 6',
} as const
