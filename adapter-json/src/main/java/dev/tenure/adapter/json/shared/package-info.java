/** What every part of the JSON is made of: reading, writing, errors. */
@NullMarked
package dev.tenure.adapter.json.shared;

import org.jspecify.annotations.NullMarked;
