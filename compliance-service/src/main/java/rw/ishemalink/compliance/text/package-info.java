/** What is done to text before it goes to others. */
@NullMarked
package rw.ishemalink.compliance.text;

import org.jspecify.annotations.NullMarked;
