import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad';

/** A page of the demo: a heading, a line about it, and cards. */
export function Stage({
  title,
  intro,
  children,
}: {
  title: string;
  intro: string;
  children: ReactNode;
}): ReactElement {
  return (
    <main className="demo-stage">
      <header className="demo-head">
        <h1>{title}</h1>
        <p>{intro}</p>
      </header>
      {children}
    </main>
  );
}

/** A titled box. */
export function Card({
  title,
  hint,
  aside,
  className = '',
  children,
}: {
  title: string;
  hint?: string;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={`demo-card ${className}`} aria-label={title}>
      <header className="demo-card-head">
        <h2>{title}</h2>
        {hint && <p className="demo-hint">{hint}</p>}
        {aside && <div className="demo-card-aside">{aside}</div>}
      </header>
      {children}
    </section>
  );
}

/** A word with a dot: the tone is never told by colour alone. */
export function Pill({ tone, children }: { tone: Tone; children: ReactNode }): ReactElement {
  return (
    <span className="demo-pill" data-tone={tone}>
      {children}
    </span>
  );
}

/** A button. */
export function Button({
  look = 'plain',
  ...props
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: 'plain' | 'main' | 'good' | 'bad' }): ReactElement {
  return <button type="button" className="demo-button" data-look={look} {...props} />;
}

/** What is there when there is nothing. */
export function Empty({ children }: { children: ReactNode }): ReactElement {
  return <p className="demo-empty">{children}</p>;
}
