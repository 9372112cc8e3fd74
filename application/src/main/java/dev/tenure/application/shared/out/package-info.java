/** Ports to the outside that every use case needs: transactions and ids. */
@NullMarked
package dev.tenure.application.shared.out;

import org.jspecify.annotations.NullMarked;
