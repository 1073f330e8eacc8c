/** SMS by SMPP 3.4. Invariant: one bound session at most, bound again when it is lost. */
@NullMarked
package rw.ishemalink.notification.outbound.smpp;

import org.jspecify.annotations.NullMarked;
