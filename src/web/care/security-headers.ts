/**
 * The headers that keep a page to itself: nothing inline, nothing from elsewhere, no frame around it.
 * Set by the care app in both homes, and by the server for files and the API.
 */
import { secureHeaders } from 'hono/secure-headers'

const self = ["'self'"]

/** Middleware that sets them on every answer. */
export const securityHeaders = () =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: self,
      imgSrc: self,
      fontSrc: self,
      manifestSrc: self,
      mediaSrc: self,
      workerSrc: self,
      connectSrc: self,
      formAction: self,
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // The worker tells our own posts from another site's by the referrer, which `no-referrer` would hide.
    referrerPolicy: 'same-origin',
    // Plain http on the own machine must stay reachable; a proxy that ends TLS sets this where it belongs.
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  })
