/** Tests of the words that people send. */
@NullMarked
package rw.ishemalink.notification.keyword;

import org.jspecify.annotations.NullMarked;
