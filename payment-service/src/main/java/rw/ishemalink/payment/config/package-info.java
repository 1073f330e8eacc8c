/**
 * Business settings with their defaults. Invariant: no setting is read anywhere else by name.
 */
@NullMarked
package rw.ishemalink.payment.config;

import org.jspecify.annotations.NullMarked;
