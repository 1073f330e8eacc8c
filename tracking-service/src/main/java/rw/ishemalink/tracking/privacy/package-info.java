/** What the law gives people who are moved and who drive. Invariant: a trip that has been over for 30 days tells nobody where anyone was. */
@NullMarked
package rw.ishemalink.tracking.privacy;

import org.jspecify.annotations.NullMarked;
