"""Whether everything readers see is marked for translation, and translated."""
