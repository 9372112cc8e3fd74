/** Orders as JSON. */
@NullMarked
package dev.tenure.adapter.json.order;

import org.jspecify.annotations.NullMarked;
