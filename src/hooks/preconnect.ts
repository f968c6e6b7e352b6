'use client';

const HREF = 'https://tccc.qcloud.com';

/** Asks the browser once for an early connection to the host that serves the SDK. */
export function preconnect(): void {
  if (document.head.querySelector(`link[rel="preconnect"][href="${HREF}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'preconnect';
  // Without it the connection would be of the wrong kind for our script, and saved nothing.
  link.crossOrigin = 'anonymous';
  link.href = HREF;
  document.head.appendChild(link);
}
