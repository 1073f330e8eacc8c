/** What instances ask each other by themselves. Invariant: only instances are answered. */
@NullMarked
package rw.ishemalink.analytics.summary.api;

import org.jspecify.annotations.NullMarked;
