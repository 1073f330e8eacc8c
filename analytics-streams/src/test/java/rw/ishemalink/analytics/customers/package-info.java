/** What the counting of customers promises. */
@NullMarked
package rw.ishemalink.analytics.customers;

import org.jspecify.annotations.NullMarked;
