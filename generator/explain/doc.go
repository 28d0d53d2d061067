// Package explain says in English words how a value is read: what it stands
// for, which true values it allows, and why. It is what collate value prints and
// what an editor shows where the cursor stands on a value.
package explain
