import './icon.css'
import { iconShapes } from './icon-shapes.ts'
import type { IconName } from './icon-shapes.ts'

/** A drawing beside words. It is hidden from screen readers: the words say it. */
export function Icon({ name }: { name: IconName }) {
  return <svg className="i" viewBox="0 0 16 16" aria-hidden="true" dangerouslySetInnerHTML={{ __html: iconShapes[name] }} />
}
