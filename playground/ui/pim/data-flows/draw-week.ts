import uPlot from 'uplot'
import type { WeeklyCount } from '../api/audit.ts'
import { dayLabels } from './week-days.ts'

/** Which token of the PIM's colours a chart is drawn with. */
export type ChartTone = 'created' | 'updated' | 'sent' | 'errors'

export interface WeekDrawing {
  resize(): void
  remove(): void
}

const height = 180
/** Above this a day's value is drawn, so the highest one needs room. */
const room = 1.25
const textPx = 12

/**
 * Draws the days of a week as a line into an element, in the colours that the element's tokens have now. The first day
 * is only there to compare with: its value is not written.
 */
export function drawWeek(
  element: HTMLElement,
  days: WeeklyCount['days'],
  tone: ChartTone,
): WeekDrawing {
  const style = getComputedStyle(element)
  const colour = (token: string) => style.getPropertyValue(token).trim()
  const font = `${textPx}px ${style.fontFamily}`
  const labels = dayLabels(days.map(({ day }) => day))
  const line = colour(`--chart-${tone}`)

  const chart = new uPlot(
    {
      ...sizeOf(element),
      padding: [8, 22, 0, 22],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: [0, days.length - 1] },
        y: { range: (_chart, _lowest, highest) => [0, Math.max(highest, 1) * room] },
      },
      axes: [
        {
          stroke: colour('--text-muted'),
          font,
          size: 44,
          gap: 8,
          grid: { show: false },
          ticks: { show: false },
          splits: () => days.map((_day, index) => index),
          values: (_chart, splits) => splits.map((index) => labels[index] ?? ''),
        },
        {
          size: 0,
          gap: 0,
          values: (_chart, splits) => splits.map(() => ''),
          grid: { stroke: colour('--border'), width: 1 },
          ticks: { show: false },
        },
      ],
      series: [
        {},
        {
          stroke: line,
          width: 2,
          fill: colour(`--chart-${tone}-soft`),
          points: { show: true, size: 8, width: 2, stroke: line, fill: colour('--surface-raised') },
        },
      ],
      hooks: {
        draw: [
          (drawn) =>
            writeValues(drawn, days, {
              ink: colour('--text'),
              halo: colour('--surface-raised'),
              fontFamily: style.fontFamily,
            }),
        ],
      },
    },
    [days.map((_day, index) => index), days.map(({ count }) => count)],
    element,
  )
  return {
    resize: () => chart.setSize(sizeOf(element)),
    remove: () => chart.destroy(),
  }
}

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: Math.max(element.clientWidth, 1), height }
}

function writeValues(
  chart: uPlot,
  days: WeeklyCount['days'],
  { ink, halo, fontFamily }: { ink: string; halo: string; fontFamily: string },
): void {
  const { ctx } = chart
  const scale = uPlot.pxRatio
  ctx.save()
  ctx.fillStyle = ink
  // The line may run through a number.
  ctx.strokeStyle = halo
  ctx.lineWidth = 4 * scale
  ctx.lineJoin = 'round'
  ctx.font = `600 ${textPx * scale}px ${fontFamily}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'bottom'
  for (const [index, { count }] of days.entries()) {
    if (index === 0) continue
    const x = chart.valToPos(index, 'x', true)
    const y = chart.valToPos(count, 'y', true)
    ctx.strokeText(shorten(count), x, y - 9 * scale)
    ctx.fillText(shorten(count), x, y - 9 * scale)
  }
  ctx.restore()
}

/** A number that fits above a point: `1.2K` from ten thousand on. */
function shorten(count: number): string {
  return count < 10_000
    ? count.toLocaleString('en-US')
    : count.toLocaleString('en-US', { notation: 'compact', maximumFractionDigits: 1 })
}
