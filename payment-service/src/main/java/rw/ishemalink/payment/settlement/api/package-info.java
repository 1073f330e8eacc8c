/**
 * REST: settlement runs and their reports.
 */
@NullMarked
package rw.ishemalink.payment.settlement.api;

import org.jspecify.annotations.NullMarked;
