/**
 * Airtel Money Open API: token, USSD push, enquiry, refund and disbursement. Invariant: a business refusal is HTTP 200, an id is
 * accepted once, and what becomes of it is decided at that moment; only a refund turns success into reversal.
 */
@NullMarked
package rw.ishemalink.simulators.airtel;

import org.jspecify.annotations.NullMarked;
