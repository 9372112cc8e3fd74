/** What can be asked of orders by the thousand. */
@NullMarked
package dev.tenure.application.bulk.in;

import org.jspecify.annotations.NullMarked;
