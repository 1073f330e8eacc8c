/** What is known of each booking, put together from all topics that tell of it. Invariant: facts are those of the latest event of each topic, however often and in whatever order events come. */
@NullMarked
package rw.ishemalink.analytics.facts;

import org.jspecify.annotations.NullMarked;
