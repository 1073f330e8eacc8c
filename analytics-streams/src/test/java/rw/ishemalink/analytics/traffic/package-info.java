/** What the counting of traffic promises. */
@NullMarked
package rw.ishemalink.analytics.traffic;

import org.jspecify.annotations.NullMarked;
