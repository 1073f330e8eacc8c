/**
 * Airtel Money Open API: collection, enquiry, refund and disbursement. Invariant: no secret and no phone number leaves through
 * a message or a log, and what Airtel calls ambiguous stays unknown.
 */
@NullMarked
package rw.ishemalink.payment.outbound.airtel;

import org.jspecify.annotations.NullMarked;
