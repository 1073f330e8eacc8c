/**
 * What every provider's adapter needs. Invariant: a provider that is away is left alone until the breaker half-opens.
 */
@NullMarked
package rw.ishemalink.payment.outbound;

import org.jspecify.annotations.NullMarked;
