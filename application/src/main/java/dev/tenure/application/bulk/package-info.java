/** Orders by the thousand: taken over from elsewhere, and given out. */
@NullMarked
package dev.tenure.application.bulk;

import org.jspecify.annotations.NullMarked;
