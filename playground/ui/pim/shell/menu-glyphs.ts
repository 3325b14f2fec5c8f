/** The tabs of the left bar in their order, each with its outline on a 24 by 24 grid. */
export const menuGlyphs = [
  { label: 'Activity', glyph: 'M4 19V5M4 19h16M8 15l3.5-4.5 3 2.5L19 7' },
  { label: 'Products', glyph: 'M4 8l8-4 8 4v8l-8 4-8-4ZM4 8l8 4 8-4M12 12v8' },
  { label: 'Entities', glyph: 'M5 5h6v6H5ZM14 8h6M14 16h6M8 11v5h3' },
  { label: 'Assets', glyph: 'M4 5h16v14H4ZM4 16l5-5 4 4 2.5-2.5L20 16M15.5 8.6v.1' },
  { label: 'Connect', glyph: 'M8 4v5M16 4v5M5.5 9h13v3a6.5 6.5 0 0 1-13 0ZM12 18.5v2.5' },
  { label: 'Imports', glyph: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14' },
  { label: 'Exports', glyph: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M5 19.5h14' },
  { label: 'Settings', glyph: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4' },
  { label: 'System', glyph: 'M12 4l7 3v5.5c0 4-3 6.5-7 7.5-4-1-7-3.5-7-7.5V7ZM9 12l2.2 2.2L15 10' },
  {
    label: 'Help',
    glyph:
      'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM9.5 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.8M12 16.9v.1',
  },
] as const
