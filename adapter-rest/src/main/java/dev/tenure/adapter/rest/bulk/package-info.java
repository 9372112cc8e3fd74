/** Orders by the thousand. */
@NullMarked
package dev.tenure.adapter.rest.bulk;

import org.jspecify.annotations.NullMarked;
