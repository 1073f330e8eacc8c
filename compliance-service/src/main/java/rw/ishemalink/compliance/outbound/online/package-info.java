/**
 * Fiscal devices that an authority runs itself: RRA's OSDC, and the OSCU of KRA's eTIMS, a second authority behind the same
 * port. Invariant: every call after the initialisation carries the cmcKey.
 */
@NullMarked
package rw.ishemalink.compliance.outbound.online;

import org.jspecify.annotations.NullMarked;
