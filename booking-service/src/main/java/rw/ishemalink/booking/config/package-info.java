/** The settings an operator may change. Invariant: each has a default that is right for Rwanda. */
@NullMarked
package rw.ishemalink.booking.config;

import org.jspecify.annotations.NullMarked;
