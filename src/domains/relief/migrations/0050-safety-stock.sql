-- Relief: how much of an item is kept back and promised to nobody. Empty: nobody has set it.

alter table relief.item add column safety_stock integer check (safety_stock >= 0 and safety_stock <= 2000000000);
