/** The JSON of the contract: what the wire, the terminal and files read and write. */
@NullMarked
package dev.tenure.adapter.json;

import org.jspecify.annotations.NullMarked;
