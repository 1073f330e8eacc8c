/**
 * MTN MoMo Open API, collection and disbursement. Invariant: no secret and no phone number leaves through a message or a log.
 */
@NullMarked
package rw.ishemalink.payment.outbound.mtn;

import org.jspecify.annotations.NullMarked;
