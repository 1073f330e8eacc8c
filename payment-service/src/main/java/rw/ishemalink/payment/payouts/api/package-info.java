/**
 * REST: payouts, for those who are paid and those who run or check the tenant.
 */
@NullMarked
package rw.ishemalink.payment.payouts.api;

import org.jspecify.annotations.NullMarked;
