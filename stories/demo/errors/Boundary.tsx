import { Component, type ReactNode } from 'react';

import { isTCCCError, type TCCCError } from '../../../src/index.js';
import { ErrorBox } from '../connection/Notice.js';

interface BoundaryProps {
  onCaught: (error: TCCCError) => void;
  children?: ReactNode;
}

/** An app's error boundary: shows what the library throws while rendering. */
export class Boundary extends Component<BoundaryProps, { error: TCCCError | undefined }> {
  override state: { error: TCCCError | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: TCCCError } {
    if (!isTCCCError(error)) throw error;
    return { error };
  }

  override componentDidCatch(error: TCCCError): void {
    this.props.onCaught(error);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="demo-notice" data-tone="bad" data-testid="boundary">
        <ErrorBox error={error} />
      </div>
    );
  }
}
