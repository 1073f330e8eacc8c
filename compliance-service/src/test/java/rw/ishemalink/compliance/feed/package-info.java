/** Rules of the feeds, without a service. */
@NullMarked
package rw.ishemalink.compliance.feed;

import org.jspecify.annotations.NullMarked;
