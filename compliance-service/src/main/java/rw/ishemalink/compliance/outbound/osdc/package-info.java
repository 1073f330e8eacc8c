/** RRA's OSDC, the fiscal device that RRA runs itself. Invariant: every call after the initialisation carries the cmcKey. */
@NullMarked
package rw.ishemalink.compliance.outbound.osdc;

import org.jspecify.annotations.NullMarked;
