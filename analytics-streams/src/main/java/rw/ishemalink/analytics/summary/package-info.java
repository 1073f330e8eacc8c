/** What may leave a country: sums over enough people, published to {@code analytics.summary}. Invariant: no sum over fewer than ten people, no place smaller than a district, and no person. */
@NullMarked
package rw.ishemalink.analytics.summary;

import org.jspecify.annotations.NullMarked;
