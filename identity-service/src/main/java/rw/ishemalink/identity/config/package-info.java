/** The service's settings, each documented where it is declared. Invariant: a setting without a safe default has none, and its lack stops the start. */
@NullMarked
package rw.ishemalink.identity.config;

import org.jspecify.annotations.NullMarked;
