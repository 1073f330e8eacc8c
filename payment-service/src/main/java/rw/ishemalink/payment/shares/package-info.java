/**
 * Who gets what of a delivered booking's price. Invariant: a share is earned once, and only while the price is kept; what
 * we keep and what is theirs add up to the net price, to the franc.
 */
@NullMarked
package rw.ishemalink.payment.shares;

import org.jspecify.annotations.NullMarked;
