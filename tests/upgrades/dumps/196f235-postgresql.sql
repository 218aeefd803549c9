

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

CREATE FUNCTION public.people_search_alias() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $_$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE id BETWEEN 562949953421312 AND 844424930131967;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) SELECT 562949953421312 + id, translate(left(name, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), '' FROM changed WHERE status = 'published';
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 562949953421312 + former.id;
    ELSE
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 562949953421312 + former.id
        AND NOT EXISTS (SELECT FROM changed WHERE changed.id IS NOT DISTINCT FROM former.id AND changed.name IS NOT DISTINCT FROM former.name AND changed.status IS NOT DISTINCT FROM former.status);
        INSERT INTO people_searchdocument (id, title, body) SELECT made.* FROM (SELECT 562949953421312 + id, translate(left(name, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), '' FROM changed WHERE status = 'published') AS made (id, title, body)
        WHERE NOT EXISTS (SELECT FROM people_searchdocument AS document WHERE document.id = made.id);
    END IF;
    RETURN NULL;
END
$_$;

CREATE FUNCTION public.people_search_allegation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $_$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE id BETWEEN 1688849860263936 AND 1970324836974591;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) SELECT 1688849860263936 + id, translate(left(title, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), translate(left(claim || ' ' || said_by, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published';
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 1688849860263936 + former.id;
    ELSE
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 1688849860263936 + former.id
        AND NOT EXISTS (SELECT FROM changed WHERE changed.id IS NOT DISTINCT FROM former.id AND changed.title IS NOT DISTINCT FROM former.title AND changed.claim IS NOT DISTINCT FROM former.claim AND changed.said_by IS NOT DISTINCT FROM former.said_by AND changed.status IS NOT DISTINCT FROM former.status);
        INSERT INTO people_searchdocument (id, title, body) SELECT made.* FROM (SELECT 1688849860263936 + id, translate(left(title, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), translate(left(claim || ' ' || said_by, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published') AS made (id, title, body)
        WHERE NOT EXISTS (SELECT FROM people_searchdocument AS document WHERE document.id = made.id);
    END IF;
    RETURN NULL;
END
$_$;

CREATE FUNCTION public.people_search_meeting() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $_$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE id BETWEEN 1407374883553280 AND 1688849860263935;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) SELECT 1407374883553280 + id, translate(left(title, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), translate(left(summary || ' ' || place, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published';
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 1407374883553280 + former.id;
    ELSE
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 1407374883553280 + former.id
        AND NOT EXISTS (SELECT FROM changed WHERE changed.id IS NOT DISTINCT FROM former.id AND changed.title IS NOT DISTINCT FROM former.title AND changed.summary IS NOT DISTINCT FROM former.summary AND changed.place IS NOT DISTINCT FROM former.place AND changed.status IS NOT DISTINCT FROM former.status);
        INSERT INTO people_searchdocument (id, title, body) SELECT made.* FROM (SELECT 1407374883553280 + id, translate(left(title, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), translate(left(summary || ' ' || place, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published') AS made (id, title, body)
        WHERE NOT EXISTS (SELECT FROM people_searchdocument AS document WHERE document.id = made.id);
    END IF;
    RETURN NULL;
END
$_$;

CREATE FUNCTION public.people_search_organisation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $_$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE id BETWEEN 844424930131968 AND 1125899906842623;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) SELECT 844424930131968 + id, translate(left(name, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), '' FROM changed;
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 844424930131968 + former.id;
    ELSE
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 844424930131968 + former.id
        AND NOT EXISTS (SELECT FROM changed WHERE changed.id IS NOT DISTINCT FROM former.id AND changed.name IS NOT DISTINCT FROM former.name);
        INSERT INTO people_searchdocument (id, title, body) SELECT made.* FROM (SELECT 844424930131968 + id, translate(left(name, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), '' FROM changed) AS made (id, title, body)
        WHERE NOT EXISTS (SELECT FROM people_searchdocument AS document WHERE document.id = made.id);
    END IF;
    RETURN NULL;
END
$_$;

CREATE FUNCTION public.people_search_person() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $_$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE id BETWEEN 281474976710656 AND 562949953421311;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) SELECT 281474976710656 + id, translate(left(name, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), translate(left(description || ' ' || summary, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published';
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 281474976710656 + former.id;
    ELSE
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 281474976710656 + former.id
        AND NOT EXISTS (SELECT FROM changed WHERE changed.id IS NOT DISTINCT FROM former.id AND changed.name IS NOT DISTINCT FROM former.name AND changed.description IS NOT DISTINCT FROM former.description AND changed.summary IS NOT DISTINCT FROM former.summary AND changed.status IS NOT DISTINCT FROM former.status);
        INSERT INTO people_searchdocument (id, title, body) SELECT made.* FROM (SELECT 281474976710656 + id, translate(left(name, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), translate(left(description || ' ' || summary, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published') AS made (id, title, body)
        WHERE NOT EXISTS (SELECT FROM people_searchdocument AS document WHERE document.id = made.id);
    END IF;
    RETURN NULL;
END
$_$;

CREATE FUNCTION public.people_search_response() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $_$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE id BETWEEN 1970324836974592 AND 2251799813685247;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) SELECT 1970324836974592 + id, '', translate(left(summary || ' ' || quote, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published';
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 1970324836974592 + former.id;
    ELSE
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 1970324836974592 + former.id
        AND NOT EXISTS (SELECT FROM changed WHERE changed.id IS NOT DISTINCT FROM former.id AND changed.summary IS NOT DISTINCT FROM former.summary AND changed.quote IS NOT DISTINCT FROM former.quote AND changed.status IS NOT DISTINCT FROM former.status);
        INSERT INTO people_searchdocument (id, title, body) SELECT made.* FROM (SELECT 1970324836974592 + id, '', translate(left(summary || ' ' || quote, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published') AS made (id, title, body)
        WHERE NOT EXISTS (SELECT FROM people_searchdocument AS document WHERE document.id = made.id);
    END IF;
    RETURN NULL;
END
$_$;

CREATE FUNCTION public.people_search_role() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $_$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE id BETWEEN 1125899906842624 AND 1407374883553279;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) SELECT 1125899906842624 + id, translate(left(title, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), '' FROM changed WHERE status = 'published';
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 1125899906842624 + former.id;
    ELSE
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 1125899906842624 + former.id
        AND NOT EXISTS (SELECT FROM changed WHERE changed.id IS NOT DISTINCT FROM former.id AND changed.title IS NOT DISTINCT FROM former.title AND changed.status IS NOT DISTINCT FROM former.status);
        INSERT INTO people_searchdocument (id, title, body) SELECT made.* FROM (SELECT 1125899906842624 + id, translate(left(title, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                '), '' FROM changed WHERE status = 'published') AS made (id, title, body)
        WHERE NOT EXISTS (SELECT FROM people_searchdocument AS document WHERE document.id = made.id);
    END IF;
    RETURN NULL;
END
$_$;

CREATE FUNCTION public.people_search_statement() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $_$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM people_searchdocument WHERE id BETWEEN 2251799813685248 AND 2533274790395903;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO people_searchdocument (id, title, body) SELECT 2251799813685248 + id, '', translate(left(summary, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published';
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 2251799813685248 + former.id;
    ELSE
        DELETE FROM people_searchdocument USING former WHERE people_searchdocument.id = 2251799813685248 + former.id
        AND NOT EXISTS (SELECT FROM changed WHERE changed.id IS NOT DISTINCT FROM former.id AND changed.summary IS NOT DISTINCT FROM former.summary AND changed.status IS NOT DISTINCT FROM former.status);
        INSERT INTO people_searchdocument (id, title, body) SELECT made.* FROM (SELECT 2251799813685248 + id, '', translate(left(summary, 100000), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~	
   ‘’‚‛“”„‟«»‹›–—‐‑‒…·•¡¿′″̴̵̶̷̸̡̢̧̨̛̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̲̳̹̺̻̼͇͈͉͍͎̀́̂̃̄̅̆̇̈̉̊̋̌̍̎̏̐̑̒̓̔̽̾̿̀́͂̓̈́͆͊͋͌̕̚ͅ͏͓͔͕͖͙͚͐͑͒͗͛ͣͤͥͦͧͨͩͪͫͬͭͮͯ͘͜͟͢͝͞͠͡', '                                                                ') FROM changed WHERE status = 'published') AS made (id, title, body)
        WHERE NOT EXISTS (SELECT FROM people_searchdocument AS document WHERE document.id = made.id);
    END IF;
    RETURN NULL;
END
$_$;

CREATE FUNCTION public.people_searchdocument_learn() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    -- No unique index, no lock: two transactions may learn a word twice, but never wait for each other.
    INSERT INTO people_searchword (word) SELECT one.word FROM (
    SELECT DISTINCT one.word COLLATE "C" AS word
    FROM added, people_searchwords(added.title || ' ' || added.body) AS one (word)
) AS one WHERE NOT EXISTS (SELECT FROM people_searchword AS known WHERE known.word = one.word COLLATE "C");
    RETURN NULL;
END $$;

CREATE FUNCTION public.people_searchwords(text text) RETURNS SETOF text
    LANGUAGE sql STABLE
    SET search_path TO '$user', 'public'
    AS $$
SELECT one.word
FROM unnest(tsvector_to_array(to_tsvector('people_words', text))) AS one (word)
WHERE length(one.word) BETWEEN 3 AND 40
$$;

CREATE FUNCTION public.people_version_draw() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO '$user', 'public'
    AS $$
BEGIN
    INSERT INTO people_dataversion (slot, number) VALUES (pg_backend_pid() % 1024, (random() * 9e18)::bigint)
    ON CONFLICT (slot) DO UPDATE SET number = EXCLUDED.number;
    RETURN NULL;
END
$$;

CREATE TEXT SEARCH DICTIONARY public.people_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'english' );

CREATE TEXT SEARCH CONFIGURATION public.people_stems (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR asciiword WITH public.unaccent, public.people_stem;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR word WITH public.unaccent, public.people_stem;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR numword WITH public.unaccent, public.people_stem;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR hword_part WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR hword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_stems
    ADD MAPPING FOR uint WITH simple;

CREATE TEXT SEARCH CONFIGURATION public.people_words (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR asciiword WITH public.unaccent, simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR word WITH public.unaccent, simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR numword WITH public.unaccent, simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR hword_part WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR hword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.people_words
    ADD MAPPING FOR uint WITH simple;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_user (
    id integer NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    username character varying(150) NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    email character varying(254) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL
);

CREATE TABLE public.auth_user_groups (
    id bigint NOT NULL,
    user_id integer NOT NULL,
    group_id integer NOT NULL
);

ALTER TABLE public.auth_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.auth_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_user_user_permissions (
    id bigint NOT NULL,
    user_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id integer NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);

CREATE TABLE public.people_alias (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    status character varying(9) NOT NULL,
    name character varying(200) NOT NULL,
    folded text NOT NULL,
    person_id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

ALTER TABLE public.people_alias ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_alias_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_alias_passages (
    id bigint NOT NULL,
    alias_id bigint NOT NULL,
    passage_id bigint NOT NULL
);

ALTER TABLE public.people_alias_passages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_alias_passages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_allegation (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    status character varying(9) NOT NULL,
    title character varying(200) NOT NULL,
    claim text NOT NULL,
    said_by character varying(200) NOT NULL,
    standing character varying(21) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT allegation_slug_not_reserved CHECK ((NOT ((slug)::text = 'choices'::text)))
);

ALTER TABLE public.people_allegation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_allegation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_allegation_passages (
    id bigint NOT NULL,
    allegation_id bigint NOT NULL,
    passage_id bigint NOT NULL
);

ALTER TABLE public.people_allegation_passages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_allegation_passages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_allegation_subjects (
    id bigint NOT NULL,
    allegation_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.people_allegation_subjects ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_allegation_subjects_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_dataversion (
    slot integer NOT NULL,
    number bigint NOT NULL
);

CREATE TABLE public.people_formerslug (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    object_id bigint NOT NULL,
    content_type_id integer NOT NULL,
    CONSTRAINT people_formerslug_object_id_check CHECK ((object_id >= 0))
);

ALTER TABLE public.people_formerslug ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_formerslug_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_meeting (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    status character varying(9) NOT NULL,
    kind character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    summary text NOT NULL,
    date character varying(40) NOT NULL,
    date_earliest date,
    date_latest date,
    place character varying(200) NOT NULL,
    times smallint,
    standing character varying(21) NOT NULL,
    organisation_id bigint,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT meeting_slug_not_reserved CHECK ((NOT ((slug)::text = 'choices'::text))),
    CONSTRAINT meeting_times_positive CHECK (((times IS NULL) OR (times >= 1))),
    CONSTRAINT people_meeting_times_check CHECK ((times >= 0))
);

ALTER TABLE public.people_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_meeting_passages (
    id bigint NOT NULL,
    meeting_id bigint NOT NULL,
    passage_id bigint NOT NULL
);

ALTER TABLE public.people_meeting_passages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_meeting_passages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_organisation (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(10) NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

ALTER TABLE public.people_organisation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_participation (
    id bigint NOT NULL,
    capacity character varying(11) NOT NULL,
    meeting_id bigint NOT NULL,
    person_id bigint NOT NULL
);

ALTER TABLE public.people_participation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_participation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_passage (
    id bigint NOT NULL,
    section character varying(20) NOT NULL,
    sentence smallint NOT NULL,
    "position" integer NOT NULL,
    digest character varying(64) NOT NULL,
    text text NOT NULL,
    reason character varying(200) NOT NULL,
    source_id bigint NOT NULL,
    CONSTRAINT people_passage_position_check CHECK (("position" >= 0)),
    CONSTRAINT people_passage_sentence_check CHECK ((sentence >= 0))
);

ALTER TABLE public.people_passage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_passage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_person (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    status character varying(9) NOT NULL,
    kind character varying(7) NOT NULL,
    name character varying(200) NOT NULL,
    sort_name character varying(200) NOT NULL,
    description character varying(200) NOT NULL,
    summary text NOT NULL,
    slide smallint,
    portrait character varying(100) NOT NULL,
    portrait_alt character varying(200) NOT NULL,
    portrait_credit character varying(200) NOT NULL,
    portrait_licence character varying(200) NOT NULL,
    folded text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT people_person_slide_check CHECK ((slide >= 0)),
    CONSTRAINT person_named_or_described CHECK (((((kind)::text = 'unnamed'::text) AND ((name)::text = ''::text) AND (NOT ((description)::text = ''::text))) OR ((NOT ((kind)::text = 'unnamed'::text)) AND (NOT ((name)::text = ''::text))))),
    CONSTRAINT person_portrait_credited CHECK ((((portrait)::text = ''::text) OR ((NOT ((portrait_alt)::text = ''::text)) AND (NOT ((portrait_credit)::text = ''::text)) AND (NOT ((portrait_licence)::text = ''::text))))),
    CONSTRAINT person_slug_not_reserved CHECK ((NOT ((slug)::text = ANY ((ARRAY['choices'::character varying, 'compare'::character varying])::text[]))))
);

ALTER TABLE public.people_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_person_passages (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    passage_id bigint NOT NULL
);

ALTER TABLE public.people_person_passages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_person_passages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_response (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    status character varying(9) NOT NULL,
    stance character varying(12) NOT NULL,
    summary text NOT NULL,
    quote character varying(200) NOT NULL,
    allegation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

ALTER TABLE public.people_response ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_response_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_response_passages (
    id bigint NOT NULL,
    response_id bigint NOT NULL,
    passage_id bigint NOT NULL
);

ALTER TABLE public.people_response_passages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_response_passages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_role (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    status character varying(9) NOT NULL,
    title character varying(200) NOT NULL,
    title_slug character varying(200) NOT NULL,
    category character varying(20) NOT NULL,
    start character varying(40) NOT NULL,
    start_earliest date,
    start_latest date,
    "end" character varying(40) NOT NULL,
    end_earliest date,
    end_latest date,
    tenure character varying(8) NOT NULL,
    folded text NOT NULL,
    organisation_id bigint,
    person_id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT role_ends_after_start CHECK (((start_earliest IS NULL) OR (end_latest IS NULL) OR (end_latest >= start_earliest))),
    CONSTRAINT role_has_one_start_and_end CHECK (((NOT ((start)::text ~~ '%/%'::text)) AND (NOT (("end")::text ~~ '%/%'::text))))
);

ALTER TABLE public.people_role ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_role_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_role_passages (
    id bigint NOT NULL,
    role_id bigint NOT NULL,
    passage_id bigint NOT NULL
);

ALTER TABLE public.people_role_passages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_role_passages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_searchdocument (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
)
PARTITION BY RANGE (id);

CREATE TABLE public.people_searchdocument_1 (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
);

CREATE TABLE public.people_searchdocument_2 (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
);

CREATE TABLE public.people_searchdocument_3 (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
);

CREATE TABLE public.people_searchdocument_4 (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
);

CREATE TABLE public.people_searchdocument_5 (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
);

CREATE TABLE public.people_searchdocument_6 (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
);

CREATE TABLE public.people_searchdocument_7 (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
);

CREATE TABLE public.people_searchdocument_8 (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
);

CREATE TABLE public.people_searchdocument_others (
    id bigint NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    titles tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, title)) STORED,
    texts tsvector GENERATED ALWAYS AS (to_tsvector('public.people_stems'::regconfig, ((title || ' '::text) || body))) STORED
);

CREATE VIEW public.people_searchdocumentword AS
 SELECT document.id AS document,
    (one.word COLLATE "C") AS word
   FROM public.people_searchdocument document,
    LATERAL public.people_searchwords(((document.title || ' '::text) || document.body)) one(word);

CREATE TABLE public.people_searchword (
    word text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.people_source (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    title character varying(200) NOT NULL,
    publisher character varying(200) NOT NULL,
    kind character varying(20) NOT NULL,
    date character varying(40) NOT NULL,
    date_earliest date,
    date_latest date,
    url character varying(200) NOT NULL,
    rights character varying(20) NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

ALTER TABLE public.people_source ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_source_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_statement (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    status character varying(9) NOT NULL,
    summary text NOT NULL,
    date character varying(40) NOT NULL,
    date_earliest date,
    date_latest date,
    standing character varying(21) NOT NULL,
    person_id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

ALTER TABLE public.people_statement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_statement_passages (
    id bigint NOT NULL,
    statement_id bigint NOT NULL,
    passage_id bigint NOT NULL
);

ALTER TABLE public.people_statement_passages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_statement_passages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_tie (
    id bigint NOT NULL,
    slug character varying(120) NOT NULL,
    status character varying(9) NOT NULL,
    kind character varying(11) NOT NULL,
    summary text NOT NULL,
    from_person_id bigint NOT NULL,
    to_person_id bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT tie_of_two_people CHECK ((NOT (from_person_id = to_person_id)))
);

ALTER TABLE public.people_tie ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_tie_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.people_tie_passages (
    id bigint NOT NULL,
    tie_id bigint NOT NULL,
    passage_id bigint NOT NULL
);

ALTER TABLE public.people_tie_passages ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_tie_passages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.people_searchdocument ATTACH PARTITION public.people_searchdocument_1 FOR VALUES FROM ('281474976710656') TO ('562949953421312');

ALTER TABLE ONLY public.people_searchdocument ATTACH PARTITION public.people_searchdocument_2 FOR VALUES FROM ('562949953421312') TO ('844424930131968');

ALTER TABLE ONLY public.people_searchdocument ATTACH PARTITION public.people_searchdocument_3 FOR VALUES FROM ('844424930131968') TO ('1125899906842624');

ALTER TABLE ONLY public.people_searchdocument ATTACH PARTITION public.people_searchdocument_4 FOR VALUES FROM ('1125899906842624') TO ('1407374883553280');

ALTER TABLE ONLY public.people_searchdocument ATTACH PARTITION public.people_searchdocument_5 FOR VALUES FROM ('1407374883553280') TO ('1688849860263936');

ALTER TABLE ONLY public.people_searchdocument ATTACH PARTITION public.people_searchdocument_6 FOR VALUES FROM ('1688849860263936') TO ('1970324836974592');

ALTER TABLE ONLY public.people_searchdocument ATTACH PARTITION public.people_searchdocument_7 FOR VALUES FROM ('1970324836974592') TO ('2251799813685248');

ALTER TABLE ONLY public.people_searchdocument ATTACH PARTITION public.people_searchdocument_8 FOR VALUES FROM ('2251799813685248') TO ('2533274790395904');

ALTER TABLE ONLY public.people_searchdocument ATTACH PARTITION public.people_searchdocument_others DEFAULT;

INSERT INTO public.auth_group VALUES
	(1, 'Chief editors'),
	(2, 'Editors');

INSERT INTO public.auth_group_permissions VALUES
	(1, 1, 1),
	(2, 1, 2),
	(3, 1, 3),
	(4, 1, 4),
	(5, 1, 5),
	(6, 1, 6),
	(7, 1, 7),
	(8, 1, 8),
	(9, 1, 9),
	(10, 1, 10),
	(11, 1, 11),
	(12, 1, 12),
	(13, 1, 13),
	(14, 1, 14),
	(15, 1, 15),
	(16, 1, 16),
	(17, 1, 17),
	(18, 1, 18),
	(19, 1, 19),
	(20, 1, 20),
	(21, 1, 21),
	(22, 1, 22),
	(23, 1, 23),
	(24, 1, 24),
	(25, 1, 25),
	(26, 1, 26),
	(27, 1, 27),
	(28, 1, 28),
	(29, 1, 29),
	(30, 1, 30),
	(31, 1, 31),
	(32, 1, 32),
	(33, 1, 33),
	(34, 1, 34),
	(35, 1, 35),
	(36, 1, 36),
	(37, 1, 37),
	(38, 1, 38),
	(39, 1, 39),
	(40, 1, 40),
	(41, 1, 41),
	(42, 1, 42),
	(43, 1, 43),
	(44, 1, 44),
	(45, 1, 45),
	(46, 1, 46),
	(47, 1, 47),
	(48, 1, 48),
	(49, 1, 49),
	(50, 1, 50),
	(51, 1, 51),
	(52, 1, 52),
	(53, 2, 1),
	(54, 2, 2),
	(55, 2, 4),
	(56, 2, 5),
	(57, 2, 6),
	(58, 2, 8),
	(59, 2, 9),
	(60, 2, 10),
	(61, 2, 12),
	(62, 2, 13),
	(63, 2, 14),
	(64, 2, 16),
	(65, 2, 17),
	(66, 2, 18),
	(67, 2, 20),
	(68, 2, 21),
	(69, 2, 22),
	(70, 2, 24),
	(71, 2, 25),
	(72, 2, 26),
	(73, 2, 28),
	(74, 2, 29),
	(75, 2, 30),
	(76, 2, 32),
	(77, 2, 33),
	(78, 2, 34),
	(79, 2, 36),
	(80, 2, 37),
	(81, 2, 38),
	(82, 2, 40),
	(83, 2, 41),
	(84, 2, 42),
	(85, 2, 44),
	(86, 2, 45),
	(87, 2, 46),
	(88, 2, 48),
	(89, 2, 49),
	(90, 2, 50),
	(91, 2, 52);

INSERT INTO public.auth_permission VALUES
	(1, 'Can add organisation', 1, 'add_organisation'),
	(2, 'Can change organisation', 1, 'change_organisation'),
	(3, 'Can delete organisation', 1, 'delete_organisation'),
	(4, 'Can view organisation', 1, 'view_organisation'),
	(5, 'Can add passage', 2, 'add_passage'),
	(6, 'Can change passage', 2, 'change_passage'),
	(7, 'Can delete passage', 2, 'delete_passage'),
	(8, 'Can view passage', 2, 'view_passage'),
	(9, 'Can add source', 3, 'add_source'),
	(10, 'Can change source', 3, 'change_source'),
	(11, 'Can delete source', 3, 'delete_source'),
	(12, 'Can view source', 3, 'view_source'),
	(13, 'Can add meeting', 4, 'add_meeting'),
	(14, 'Can change meeting', 4, 'change_meeting'),
	(15, 'Can delete meeting', 4, 'delete_meeting'),
	(16, 'Can view meeting', 4, 'view_meeting'),
	(17, 'Can add person', 5, 'add_person'),
	(18, 'Can change person', 5, 'change_person'),
	(19, 'Can delete person', 5, 'delete_person'),
	(20, 'Can view person', 5, 'view_person'),
	(21, 'Can add participation', 6, 'add_participation'),
	(22, 'Can change participation', 6, 'change_participation'),
	(23, 'Can delete participation', 6, 'delete_participation'),
	(24, 'Can view participation', 6, 'view_participation'),
	(25, 'Can add allegation', 7, 'add_allegation'),
	(26, 'Can change allegation', 7, 'change_allegation'),
	(27, 'Can delete allegation', 7, 'delete_allegation'),
	(28, 'Can view allegation', 7, 'view_allegation'),
	(29, 'Can add alias', 8, 'add_alias'),
	(30, 'Can change alias', 8, 'change_alias'),
	(31, 'Can delete alias', 8, 'delete_alias'),
	(32, 'Can view alias', 8, 'view_alias'),
	(33, 'Can add response', 9, 'add_response'),
	(34, 'Can change response', 9, 'change_response'),
	(35, 'Can delete response', 9, 'delete_response'),
	(36, 'Can view response', 9, 'view_response'),
	(37, 'Can add role', 10, 'add_role'),
	(38, 'Can change role', 10, 'change_role'),
	(39, 'Can delete role', 10, 'delete_role'),
	(40, 'Can view role', 10, 'view_role'),
	(41, 'Can add statement', 11, 'add_statement'),
	(42, 'Can change statement', 11, 'change_statement'),
	(43, 'Can delete statement', 11, 'delete_statement'),
	(44, 'Can view statement', 11, 'view_statement'),
	(45, 'Can add tie', 12, 'add_tie'),
	(46, 'Can change tie', 12, 'change_tie'),
	(47, 'Can delete tie', 12, 'delete_tie'),
	(48, 'Can view tie', 12, 'view_tie'),
	(49, 'Can add former slug', 13, 'add_formerslug'),
	(50, 'Can change former slug', 13, 'change_formerslug'),
	(51, 'Can delete former slug', 13, 'delete_formerslug'),
	(52, 'Can view former slug', 13, 'view_formerslug'),
	(53, 'Can add log entry', 14, 'add_logentry'),
	(54, 'Can change log entry', 14, 'change_logentry'),
	(55, 'Can delete log entry', 14, 'delete_logentry'),
	(56, 'Can view log entry', 14, 'view_logentry'),
	(57, 'Can add permission', 15, 'add_permission'),
	(58, 'Can change permission', 15, 'change_permission'),
	(59, 'Can delete permission', 15, 'delete_permission'),
	(60, 'Can view permission', 15, 'view_permission'),
	(61, 'Can add group', 16, 'add_group'),
	(62, 'Can change group', 16, 'change_group'),
	(63, 'Can delete group', 16, 'delete_group'),
	(64, 'Can view group', 16, 'view_group'),
	(65, 'Can add user', 17, 'add_user'),
	(66, 'Can change user', 17, 'change_user'),
	(67, 'Can delete user', 17, 'delete_user'),
	(68, 'Can view user', 17, 'view_user'),
	(69, 'Can add content type', 18, 'add_contenttype'),
	(70, 'Can change content type', 18, 'change_contenttype'),
	(71, 'Can delete content type', 18, 'delete_contenttype'),
	(72, 'Can view content type', 18, 'view_contenttype'),
	(73, 'Can add session', 19, 'add_session'),
	(74, 'Can change session', 19, 'change_session'),
	(75, 'Can delete session', 19, 'delete_session'),
	(76, 'Can view session', 19, 'view_session');

INSERT INTO public.auth_user VALUES
	(1, '!VKkFYNZzJhPiEb2fx7r6gf6ZRrxbzbA0wk7my4aR', NULL, false, 'editor', '', '', '', true, true, '2026-11-26 23:19:15.140626+00'),
	(2, '!j1CLMNyj0N1PTiRtXVnKDmNjTucsOxH2G5mGk0yW', NULL, true, 'chief', '', '', '', true, true, '2026-11-26 23:19:15.144869+00');

INSERT INTO public.auth_user_groups VALUES
	(1, 1, 2);

INSERT INTO public.django_admin_log VALUES
	(1, '2026-11-26 23:19:15.145545+00', '1', 'Choices', 1, '', 4, 1);

INSERT INTO public.django_content_type VALUES
	(1, 'people', 'organisation'),
	(2, 'people', 'passage'),
	(3, 'people', 'source'),
	(4, 'people', 'meeting'),
	(5, 'people', 'person'),
	(6, 'people', 'participation'),
	(7, 'people', 'allegation'),
	(8, 'people', 'alias'),
	(9, 'people', 'response'),
	(10, 'people', 'role'),
	(11, 'people', 'statement'),
	(12, 'people', 'tie'),
	(13, 'people', 'formerslug'),
	(14, 'admin', 'logentry'),
	(15, 'auth', 'permission'),
	(16, 'auth', 'group'),
	(17, 'auth', 'user'),
	(18, 'contenttypes', 'contenttype'),
	(19, 'sessions', 'session');

INSERT INTO public.django_migrations VALUES
	(1, 'contenttypes', '0001_initial', '2026-11-26 23:19:11.054263+00'),
	(2, 'auth', '0001_initial', '2026-11-26 23:19:11.128063+00'),
	(3, 'admin', '0001_initial', '2026-11-26 23:19:11.149873+00'),
	(4, 'admin', '0002_logentry_remove_auto_add', '2026-11-26 23:19:11.157813+00'),
	(5, 'admin', '0003_logentry_add_action_flag_choices', '2026-11-26 23:19:11.163984+00'),
	(6, 'contenttypes', '0002_remove_content_type_name', '2026-11-26 23:19:11.179515+00'),
	(7, 'auth', '0002_alter_permission_name_max_length', '2026-11-26 23:19:11.186413+00'),
	(8, 'auth', '0003_alter_user_email_max_length', '2026-11-26 23:19:11.192762+00'),
	(9, 'auth', '0004_alter_user_username_opts', '2026-11-26 23:19:11.198449+00'),
	(10, 'auth', '0005_alter_user_last_login_null', '2026-11-26 23:19:11.204964+00'),
	(11, 'auth', '0006_require_contenttypes_0002', '2026-11-26 23:19:11.205657+00'),
	(12, 'auth', '0007_alter_validators_add_error_messages', '2026-11-26 23:19:11.211246+00'),
	(13, 'auth', '0008_alter_user_username_max_length', '2026-11-26 23:19:11.221007+00'),
	(14, 'auth', '0009_alter_user_last_name_max_length', '2026-11-26 23:19:11.227971+00'),
	(15, 'auth', '0010_alter_group_name_max_length', '2026-11-26 23:19:11.237842+00'),
	(16, 'auth', '0011_update_proxy_permissions', '2026-11-26 23:19:11.243698+00'),
	(17, 'auth', '0012_alter_user_first_name_max_length', '2026-11-26 23:19:11.250425+00'),
	(18, 'people', '0001_initial', '2026-11-26 23:19:12.210352+00'),
	(19, 'people', '0002_groups', '2026-11-26 23:19:12.262016+00'),
	(20, 'people', '0003_search', '2026-11-26 23:19:12.37824+00'),
	(21, 'people', '0004_changed_at', '2026-11-26 23:19:12.546022+00'),
	(22, 'people', '0005_reserved_slugs', '2026-11-26 23:19:12.606417+00'),
	(23, 'people', '0006_data_version', '2026-11-26 23:19:12.636268+00'),
	(24, 'people', '0007_learn_words_once', '2026-11-26 23:19:12.6599+00'),
	(25, 'sessions', '0001_initial', '2026-11-26 23:19:12.669417+00');

INSERT INTO public.people_alias VALUES
	(1, 'ann-b-annie', 'published', 'Annie', 'annie', 1, '2026-11-26 23:19:14.873203+00');

INSERT INTO public.people_alias_passages VALUES
	(1, 1, 1);

INSERT INTO public.people_allegation VALUES
	(1, 'choices-2', 'published', 'Choices', 'Both sang out of tune.', 'A witness', 'alleged', '2026-11-26 23:19:15.086087+00'),
	(2, 'late-arrival', 'published', 'Late arrival', 'Something happened.', 'A witness', 'reported', '2026-11-26 23:19:15.110429+00');

INSERT INTO public.people_allegation_passages VALUES
	(1, 1, 2),
	(2, 2, 2);

INSERT INTO public.people_allegation_subjects VALUES
	(1, 1, 1),
	(2, 1, 2),
	(3, 2, 3);

INSERT INTO public.people_dataversion VALUES
	(548, 6122648029420257280),
	(552, 2102121783457230336);

INSERT INTO public.people_formerslug VALUES
	(1, 'ann-bee', 1, 5),
	(2, 'choices-4', 3, 4);

INSERT INTO public.people_meeting VALUES
	(1, 'choices-2', 'published', 'in-person', 'Choices', '', '2016?-12', '2016-12-01', '2016-12-31', '', NULL, '', 1, '2026-11-26 23:19:15.044456+00'),
	(2, 'choices-3', 'published', 'conversation', 'Choices', '', '', NULL, NULL, '', 2, '', NULL, '2026-11-26 23:19:15.056201+00'),
	(3, 'in-the-orchard', 'published', 'in-person', 'Choices', '', '', NULL, NULL, 'An orchard', NULL, '', NULL, '2026-11-26 23:19:15.066615+00'),
	(4, 'a-hearing', 'published', 'hearing', 'A hearing', '', '', NULL, NULL, '', NULL, 'reported', NULL, '2026-11-26 23:19:15.078665+00');

INSERT INTO public.people_meeting_passages VALUES
	(1, 1, 1),
	(2, 1, 2),
	(3, 2, 2),
	(4, 3, 3),
	(5, 4, 1);

INSERT INTO public.people_organisation VALUES
	(1, 'the-orchards-choir', 'The orchard’s choir', 'company', '2026-11-26 23:19:14.859411+00');

INSERT INTO public.people_participation VALUES
	(1, 'participant', 1, 1),
	(2, 'participant', 1, 2),
	(3, 'participant', 2, 2),
	(4, 'participant', 2, 3),
	(5, 'participant', 3, 1),
	(6, 'participant', 3, 3),
	(7, 'participant', 3, 4),
	(8, 'participant', 4, 1),
	(9, 'witness', 4, 2);

INSERT INTO public.people_passage VALUES
	(1, 'slide-1', 1, 1, '4c43e6b9ad6a3444b82b49527e2ee424a6db975f5a3f2f8bf36b78a580a7d55e', 'Ann Bee advised the orchard’s choir.', '', 1),
	(2, 'slide-1', 2, 2, '79e1221fc824c0f6bd73631805d283e5837ead4c12bcaf2fdd0dfafa0732af75', 'Café owner Bob Cee sang along.', '', 1),
	(3, 'paragraph-1', 1, 1, 'da7914223d3c632b6e1045b4ddaadacf1056848e5249963ca0ffbd785e9812a5', 'I never sang, wrote Ann Bee.', '', 2),
	(4, 'slide-2', 1, 3, 'e1c55b5a05465cf671ad5b0f8619bde9059f0579bfc3d64e55ce5c199241b572', '', 'A photo credit.', 1),
	(5, 'slide-1', 1, 1, 'e12af36e9b167555e18bcc74360b85a2232bda03eb2424f3572b93c413ae7e83', '', '', 3),
	(6, 'slide-1', 2, 2, '71c12afbb73d5074b3172610441c33eaecfb6e2053fb55cfc352c35e9adb684e', '', '', 3);

INSERT INTO public.people_person VALUES
	(2, 'bob-cee', 'published', 'named', 'Bob Cée', 'Bob Cée', '', '', 2, '', '', '', '', 'bob cee

', '2026-11-26 23:19:14.766449+00'),
	(3, 'compare-2', 'published', 'named', 'Compare', 'Compare', '', 'Has a name that is the address of a page.', NULL, '', '', '', '', 'compare

has a name that is the address of a page.', '2026-11-26 23:19:14.782774+00'),
	(4, 'slide-3', 'published', 'unnamed', '', 'Unnamed: slide 3', 'a man at a table', '', 3, '', '', '', '', '
a man at a table
', '2026-11-26 23:19:14.796141+00'),
	(5, 'dan-dee', 'draft', 'named', 'Dan Dee', 'Dan Dee', '', '', NULL, '', '', '', '', 'dan dee

', '2026-11-26 23:19:14.80928+00'),
	(1, 'ann-b', 'published', 'named', 'Ann Bee', 'Ann Bee', '', 'Advised the choir of the orchard.', 1, '', '', '', '', 'ann bee

advised the choir of the orchard.', '2026-11-26 23:19:14.831746+00');

INSERT INTO public.people_person_passages VALUES
	(1, 1, 1),
	(2, 2, 1),
	(3, 2, 2),
	(4, 3, 2),
	(5, 4, 2),
	(6, 5, 5);

INSERT INTO public.people_response VALUES
	(1, 'ann-b-denies-choices-2', 'published', 'denies', 'Nothing happened.', 'never sang', 1, 1, '2026-11-26 23:19:15.10091+00');

INSERT INTO public.people_response_passages VALUES
	(1, 1, 3);

INSERT INTO public.people_role VALUES
	(1, 'ann-b-choir-adviser', 'published', 'Choir adviser', 'choir-adviser', 'campaign', '2016-03', '2016-03-01', '2016-03-31', '2016-08', '2016-08-01', '2016-08-31', '', 'choir adviser', 1, 1, '2026-11-26 23:19:14.9093+00'),
	(2, 'bob-cee-owner-of-a-cafe', 'published', 'Owner of a café', 'owner-of-a-cafe', 'business', '', NULL, NULL, '', NULL, NULL, '', 'owner of a cafe', NULL, 2, '2026-11-26 23:19:14.966875+00');

INSERT INTO public.people_role_passages VALUES
	(1, 1, 1),
	(2, 1, 3),
	(3, 2, 2);

INSERT INTO public.people_searchdocument_1 VALUES
	(281474976710657, 'Ann Bee', ' Advised the choir of the orchard ', DEFAULT, DEFAULT),
	(281474976710658, 'Bob Cée', ' ', DEFAULT, DEFAULT),
	(281474976710659, 'Compare', ' Has a name that is the address of a page ', DEFAULT, DEFAULT),
	(281474976710660, '', 'a man at a table ', DEFAULT, DEFAULT);

INSERT INTO public.people_searchdocument_2 VALUES
	(562949953421313, 'Annie', '', DEFAULT, DEFAULT);

INSERT INTO public.people_searchdocument_3 VALUES
	(844424930131969, 'The orchard s choir', '', DEFAULT, DEFAULT);

INSERT INTO public.people_searchdocument_4 VALUES
	(1125899906842625, 'Choir adviser', '', DEFAULT, DEFAULT),
	(1125899906842626, 'Owner of a café', '', DEFAULT, DEFAULT);

INSERT INTO public.people_searchdocument_5 VALUES
	(1407374883553281, 'Choices', ' ', DEFAULT, DEFAULT),
	(1407374883553282, 'Choices', ' ', DEFAULT, DEFAULT),
	(1407374883553283, 'Choices', ' An orchard', DEFAULT, DEFAULT),
	(1407374883553284, 'A hearing', ' ', DEFAULT, DEFAULT);

INSERT INTO public.people_searchdocument_6 VALUES
	(1688849860263937, 'Choices', 'Both sang out of tune  A witness', DEFAULT, DEFAULT),
	(1688849860263938, 'Late arrival', 'Something happened  A witness', DEFAULT, DEFAULT);

INSERT INTO public.people_searchdocument_7 VALUES
	(1970324836974593, '', 'Nothing happened  never sang', DEFAULT, DEFAULT);

INSERT INTO public.people_searchdocument_8 VALUES
	(2251799813685249, '', 'Left the choir ', DEFAULT, DEFAULT);

INSERT INTO public.people_searchword VALUES
	('orchard'),
	('bee'),
	('ann'),
	('the'),
	('choir'),
	('advised'),
	('bob'),
	('cee'),
	('page'),
	('has'),
	('name'),
	('address'),
	('that'),
	('compare'),
	('table'),
	('man'),
	('annie'),
	('adviser'),
	('owner'),
	('cafe'),
	('choices'),
	('hearing'),
	('both'),
	('witness'),
	('tune'),
	('sang'),
	('out'),
	('never'),
	('happened'),
	('nothing'),
	('late'),
	('something'),
	('arrival'),
	('left');

INSERT INTO public.people_source VALUES
	(1, 'the-morning-paper', 'The Morning Paper', 'The Morning Paper', 'article', '2017-07', '2017-07-01', '2017-07-31', 'https://example.org/paper', 'short-quotation', '2026-11-26 23:19:14.618592+00'),
	(2, 'a-letter', 'A letter', '', 'article', '', NULL, NULL, '', 'full-text', '2026-11-26 23:19:14.690915+00'),
	(3, 'the-source', 'The source', '', 'article', '', NULL, NULL, '', 'short-quotation', '2026-11-26 23:19:14.819006+00');

INSERT INTO public.people_statement VALUES
	(1, 'ann-b-left-the-choir', 'published', 'Left the choir.', '2016-09', '2016-09-01', '2016-09-30', '', 1, '2026-11-26 23:19:15.120413+00'),
	(2, 'dan-dee-says-nothing', 'draft', 'Says nothing.', '', NULL, NULL, '', 5, '2026-11-26 23:19:15.139705+00');

INSERT INTO public.people_statement_passages VALUES
	(1, 1, 1);

INSERT INTO public.people_tie VALUES
	(1, 'ann-bee-friend-of-bob-cee', 'published', 'friend', 'They know each other.', 1, 2, '2026-11-26 23:19:14.988657+00'),
	(2, 'bob-cee-worked-with-compare', 'draft', 'worked-with', 'They know each other.', 2, 3, '2026-11-26 23:19:15.009688+00');

INSERT INTO public.people_tie_passages VALUES
	(1, 1, 2),
	(2, 2, 6);

SELECT pg_catalog.setval('public.auth_group_id_seq', 2, true);

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 91, true);

SELECT pg_catalog.setval('public.auth_permission_id_seq', 76, true);

SELECT pg_catalog.setval('public.auth_user_groups_id_seq', 1, true);

SELECT pg_catalog.setval('public.auth_user_id_seq', 2, true);

SELECT pg_catalog.setval('public.auth_user_user_permissions_id_seq', 1, false);

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, true);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 19, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 25, true);

SELECT pg_catalog.setval('public.people_alias_id_seq', 1, true);

SELECT pg_catalog.setval('public.people_alias_passages_id_seq', 1, true);

SELECT pg_catalog.setval('public.people_allegation_id_seq', 2, true);

SELECT pg_catalog.setval('public.people_allegation_passages_id_seq', 2, true);

SELECT pg_catalog.setval('public.people_allegation_subjects_id_seq', 3, true);

SELECT pg_catalog.setval('public.people_formerslug_id_seq', 2, true);

SELECT pg_catalog.setval('public.people_meeting_id_seq', 4, true);

SELECT pg_catalog.setval('public.people_meeting_passages_id_seq', 5, true);

SELECT pg_catalog.setval('public.people_organisation_id_seq', 1, true);

SELECT pg_catalog.setval('public.people_participation_id_seq', 9, true);

SELECT pg_catalog.setval('public.people_passage_id_seq', 6, true);

SELECT pg_catalog.setval('public.people_person_id_seq', 5, true);

SELECT pg_catalog.setval('public.people_person_passages_id_seq', 6, true);

SELECT pg_catalog.setval('public.people_response_id_seq', 1, true);

SELECT pg_catalog.setval('public.people_response_passages_id_seq', 1, true);

SELECT pg_catalog.setval('public.people_role_id_seq', 2, true);

SELECT pg_catalog.setval('public.people_role_passages_id_seq', 3, true);

SELECT pg_catalog.setval('public.people_source_id_seq', 3, true);

SELECT pg_catalog.setval('public.people_statement_id_seq', 2, true);

SELECT pg_catalog.setval('public.people_statement_passages_id_seq', 1, true);

SELECT pg_catalog.setval('public.people_tie_id_seq', 2, true);

SELECT pg_catalog.setval('public.people_tie_passages_id_seq', 2, true);

ALTER TABLE ONLY public.people_alias
    ADD CONSTRAINT alias_unique UNIQUE (person_id, name);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_user_id_group_id_94350c0c_uniq UNIQUE (user_id, group_id);

ALTER TABLE ONLY public.auth_user
    ADD CONSTRAINT auth_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_user_id_permission_id_14a6b632_uniq UNIQUE (user_id, permission_id);

ALTER TABLE ONLY public.auth_user
    ADD CONSTRAINT auth_user_username_key UNIQUE (username);

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.people_formerslug
    ADD CONSTRAINT former_slug_unique UNIQUE (content_type_id, slug);

ALTER TABLE ONLY public.people_participation
    ADD CONSTRAINT participation_unique UNIQUE (meeting_id, person_id);

ALTER TABLE ONLY public.people_passage
    ADD CONSTRAINT passage_place_unique UNIQUE (source_id, section, sentence);

ALTER TABLE ONLY public.people_alias_passages
    ADD CONSTRAINT people_alias_passages_alias_id_passage_id_36407fb6_uniq UNIQUE (alias_id, passage_id);

ALTER TABLE ONLY public.people_alias_passages
    ADD CONSTRAINT people_alias_passages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_alias
    ADD CONSTRAINT people_alias_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_alias
    ADD CONSTRAINT people_alias_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_allegation_passages
    ADD CONSTRAINT people_allegation_passag_allegation_id_passage_id_e4cd399f_uniq UNIQUE (allegation_id, passage_id);

ALTER TABLE ONLY public.people_allegation_passages
    ADD CONSTRAINT people_allegation_passages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_allegation
    ADD CONSTRAINT people_allegation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_allegation
    ADD CONSTRAINT people_allegation_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_allegation_subjects
    ADD CONSTRAINT people_allegation_subjec_allegation_id_person_id_db8063dd_uniq UNIQUE (allegation_id, person_id);

ALTER TABLE ONLY public.people_allegation_subjects
    ADD CONSTRAINT people_allegation_subjects_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_dataversion
    ADD CONSTRAINT people_dataversion_pkey PRIMARY KEY (slot);

ALTER TABLE ONLY public.people_formerslug
    ADD CONSTRAINT people_formerslug_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_meeting_passages
    ADD CONSTRAINT people_meeting_passages_meeting_id_passage_id_a7c4c75d_uniq UNIQUE (meeting_id, passage_id);

ALTER TABLE ONLY public.people_meeting_passages
    ADD CONSTRAINT people_meeting_passages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_meeting
    ADD CONSTRAINT people_meeting_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_meeting
    ADD CONSTRAINT people_meeting_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_name_key UNIQUE (name);

ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_organisation
    ADD CONSTRAINT people_organisation_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_participation
    ADD CONSTRAINT people_participation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_passage
    ADD CONSTRAINT people_passage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_person_passages
    ADD CONSTRAINT people_person_passages_person_id_passage_id_fa5897f8_uniq UNIQUE (person_id, passage_id);

ALTER TABLE ONLY public.people_person_passages
    ADD CONSTRAINT people_person_passages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_slide_key UNIQUE (slide);

ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_response_passages
    ADD CONSTRAINT people_response_passages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_response_passages
    ADD CONSTRAINT people_response_passages_response_id_passage_id_ebf1b0c4_uniq UNIQUE (response_id, passage_id);

ALTER TABLE ONLY public.people_response
    ADD CONSTRAINT people_response_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_response
    ADD CONSTRAINT people_response_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_role_passages
    ADD CONSTRAINT people_role_passages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_role_passages
    ADD CONSTRAINT people_role_passages_role_id_passage_id_f7eeb7d6_uniq UNIQUE (role_id, passage_id);

ALTER TABLE ONLY public.people_role
    ADD CONSTRAINT people_role_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_role
    ADD CONSTRAINT people_role_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_searchdocument
    ADD CONSTRAINT people_searchdocument_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_searchdocument_1
    ADD CONSTRAINT people_searchdocument_1_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_searchdocument_2
    ADD CONSTRAINT people_searchdocument_2_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_searchdocument_3
    ADD CONSTRAINT people_searchdocument_3_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_searchdocument_4
    ADD CONSTRAINT people_searchdocument_4_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_searchdocument_5
    ADD CONSTRAINT people_searchdocument_5_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_searchdocument_6
    ADD CONSTRAINT people_searchdocument_6_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_searchdocument_7
    ADD CONSTRAINT people_searchdocument_7_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_searchdocument_8
    ADD CONSTRAINT people_searchdocument_8_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_searchdocument_others
    ADD CONSTRAINT people_searchdocument_others_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_source
    ADD CONSTRAINT people_source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_source
    ADD CONSTRAINT people_source_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_statement_passages
    ADD CONSTRAINT people_statement_passages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_statement_passages
    ADD CONSTRAINT people_statement_passages_statement_id_passage_id_6ad2212f_uniq UNIQUE (statement_id, passage_id);

ALTER TABLE ONLY public.people_statement
    ADD CONSTRAINT people_statement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_statement
    ADD CONSTRAINT people_statement_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_tie_passages
    ADD CONSTRAINT people_tie_passages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_tie_passages
    ADD CONSTRAINT people_tie_passages_tie_id_passage_id_f9318868_uniq UNIQUE (tie_id, passage_id);

ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT tie_unique UNIQUE (kind, from_person_id, to_person_id);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX auth_user_groups_group_id_97559544 ON public.auth_user_groups USING btree (group_id);

CREATE INDEX auth_user_groups_user_id_6a12ed8b ON public.auth_user_groups USING btree (user_id);

CREATE INDEX auth_user_user_permissions_permission_id_1fbb5f2c ON public.auth_user_user_permissions USING btree (permission_id);

CREATE INDEX auth_user_user_permissions_user_id_a95ead1b ON public.auth_user_user_permissions USING btree (user_id);

CREATE INDEX auth_user_username_6821ab7c_like ON public.auth_user USING btree (username varchar_pattern_ops);

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX people_alias_changed_at_ff888558 ON public.people_alias USING btree (changed_at);

CREATE INDEX people_alias_passages_alias_id_c0abb363 ON public.people_alias_passages USING btree (alias_id);

CREATE INDEX people_alias_passages_passage_id_fd213eef ON public.people_alias_passages USING btree (passage_id);

CREATE INDEX people_alias_person_id_2300be71 ON public.people_alias USING btree (person_id);

CREATE INDEX people_alias_slug_8bbd0967_like ON public.people_alias USING btree (slug varchar_pattern_ops);

CREATE INDEX people_allegation_changed_at_37f7386c ON public.people_allegation USING btree (changed_at);

CREATE INDEX people_allegation_passages_allegation_id_7720c3a8 ON public.people_allegation_passages USING btree (allegation_id);

CREATE INDEX people_allegation_passages_passage_id_b31e532d ON public.people_allegation_passages USING btree (passage_id);

CREATE INDEX people_allegation_slug_f500508c_like ON public.people_allegation USING btree (slug varchar_pattern_ops);

CREATE INDEX people_allegation_subjects_allegation_id_f9f13a67 ON public.people_allegation_subjects USING btree (allegation_id);

CREATE INDEX people_allegation_subjects_person_id_c358beef ON public.people_allegation_subjects USING btree (person_id);

CREATE INDEX people_form_content_c8e0bf_idx ON public.people_formerslug USING btree (content_type_id, object_id);

CREATE INDEX people_formerslug_content_type_id_25093d48 ON public.people_formerslug USING btree (content_type_id);

CREATE INDEX people_formerslug_slug_63c95111 ON public.people_formerslug USING btree (slug);

CREATE INDEX people_formerslug_slug_63c95111_like ON public.people_formerslug USING btree (slug varchar_pattern_ops);

CREATE INDEX people_meet_date_ea_621c30_idx ON public.people_meeting USING btree (date_earliest, date_latest);

CREATE INDEX people_meet_kind_88280f_idx ON public.people_meeting USING btree (kind);

CREATE INDEX people_meeting_changed_at_d08e5691 ON public.people_meeting USING btree (changed_at);

CREATE INDEX people_meeting_organisation_id_7930d3fd ON public.people_meeting USING btree (organisation_id);

CREATE INDEX people_meeting_passages_meeting_id_9e303b10 ON public.people_meeting_passages USING btree (meeting_id);

CREATE INDEX people_meeting_passages_passage_id_309f89f4 ON public.people_meeting_passages USING btree (passage_id);

CREATE INDEX people_meeting_slug_50cd7f44_like ON public.people_meeting USING btree (slug varchar_pattern_ops);

CREATE INDEX people_organisation_changed_at_8df6718d ON public.people_organisation USING btree (changed_at);

CREATE INDEX people_organisation_name_96079d21_like ON public.people_organisation USING btree (name varchar_pattern_ops);

CREATE INDEX people_organisation_slug_e05d4824_like ON public.people_organisation USING btree (slug varchar_pattern_ops);

CREATE INDEX people_part_person__7ecc77_idx ON public.people_participation USING btree (person_id, meeting_id);

CREATE INDEX people_participation_meeting_id_d167fb70 ON public.people_participation USING btree (meeting_id);

CREATE INDEX people_participation_person_id_55bf4bb9 ON public.people_participation USING btree (person_id);

CREATE INDEX people_pass_source__23cdf2_idx ON public.people_passage USING btree (source_id, "position");

CREATE INDEX people_passage_source_id_64d0849c ON public.people_passage USING btree (source_id);

CREATE INDEX people_person_changed_at_afde103e ON public.people_person USING btree (changed_at);

CREATE INDEX people_person_passages_passage_id_c072cc20 ON public.people_person_passages USING btree (passage_id);

CREATE INDEX people_person_passages_person_id_2fd70eb7 ON public.people_person_passages USING btree (person_id);

CREATE INDEX people_person_slug_1c8367d7_like ON public.people_person USING btree (slug varchar_pattern_ops);

CREATE INDEX people_response_allegation_id_ed5e99c6 ON public.people_response USING btree (allegation_id);

CREATE INDEX people_response_changed_at_f063fac4 ON public.people_response USING btree (changed_at);

CREATE INDEX people_response_passages_passage_id_4d27361e ON public.people_response_passages USING btree (passage_id);

CREATE INDEX people_response_passages_response_id_3f4477b2 ON public.people_response_passages USING btree (response_id);

CREATE INDEX people_response_person_id_0c064740 ON public.people_response USING btree (person_id);

CREATE INDEX people_response_slug_fb1d98a0_like ON public.people_response USING btree (slug varchar_pattern_ops);

CREATE INDEX people_role_categor_cbe334_idx ON public.people_role USING btree (category, person_id);

CREATE INDEX people_role_changed_at_4fdfabe5 ON public.people_role USING btree (changed_at);

CREATE INDEX people_role_organis_264a6f_idx ON public.people_role USING btree (organisation_id, person_id);

CREATE INDEX people_role_organisation_id_556502cc ON public.people_role USING btree (organisation_id);

CREATE INDEX people_role_passages_passage_id_82f20a47 ON public.people_role_passages USING btree (passage_id);

CREATE INDEX people_role_passages_role_id_20daf092 ON public.people_role_passages USING btree (role_id);

CREATE INDEX people_role_person_id_7fefa71f ON public.people_role USING btree (person_id);

CREATE INDEX people_role_slug_7184f19d_like ON public.people_role USING btree (slug varchar_pattern_ops);

CREATE INDEX people_role_title_s_6eee51_idx ON public.people_role USING btree (title_slug, person_id);

CREATE INDEX people_role_title_slug_8f443524 ON public.people_role USING btree (title_slug);

CREATE INDEX people_role_title_slug_8f443524_like ON public.people_role USING btree (title_slug varchar_pattern_ops);

CREATE INDEX people_searchdocument_texts ON ONLY public.people_searchdocument USING gin (texts);

CREATE INDEX people_searchdocument_1_texts_idx ON public.people_searchdocument_1 USING gin (texts);

CREATE INDEX people_searchdocument_titles ON ONLY public.people_searchdocument USING gin (titles);

CREATE INDEX people_searchdocument_1_titles_idx ON public.people_searchdocument_1 USING gin (titles);

CREATE INDEX people_searchdocument_2_texts_idx ON public.people_searchdocument_2 USING gin (texts);

CREATE INDEX people_searchdocument_2_titles_idx ON public.people_searchdocument_2 USING gin (titles);

CREATE INDEX people_searchdocument_3_texts_idx ON public.people_searchdocument_3 USING gin (texts);

CREATE INDEX people_searchdocument_3_titles_idx ON public.people_searchdocument_3 USING gin (titles);

CREATE INDEX people_searchdocument_4_texts_idx ON public.people_searchdocument_4 USING gin (texts);

CREATE INDEX people_searchdocument_4_titles_idx ON public.people_searchdocument_4 USING gin (titles);

CREATE INDEX people_searchdocument_5_texts_idx ON public.people_searchdocument_5 USING gin (texts);

CREATE INDEX people_searchdocument_5_titles_idx ON public.people_searchdocument_5 USING gin (titles);

CREATE INDEX people_searchdocument_6_texts_idx ON public.people_searchdocument_6 USING gin (texts);

CREATE INDEX people_searchdocument_6_titles_idx ON public.people_searchdocument_6 USING gin (titles);

CREATE INDEX people_searchdocument_7_texts_idx ON public.people_searchdocument_7 USING gin (texts);

CREATE INDEX people_searchdocument_7_titles_idx ON public.people_searchdocument_7 USING gin (titles);

CREATE INDEX people_searchdocument_8_texts_idx ON public.people_searchdocument_8 USING gin (texts);

CREATE INDEX people_searchdocument_8_titles_idx ON public.people_searchdocument_8 USING gin (titles);

CREATE INDEX people_searchdocument_others_texts_idx ON public.people_searchdocument_others USING gin (texts);

CREATE INDEX people_searchdocument_others_titles_idx ON public.people_searchdocument_others USING gin (titles);

CREATE INDEX people_searchword_spelling ON public.people_searchword USING gin (word public.gin_trgm_ops);

CREATE INDEX people_searchword_word ON public.people_searchword USING btree (word);

CREATE INDEX people_source_changed_at_aaad205d ON public.people_source USING btree (changed_at);

CREATE INDEX people_source_slug_8332f4b0_like ON public.people_source USING btree (slug varchar_pattern_ops);

CREATE INDEX people_stat_person__90a17c_idx ON public.people_statement USING btree (person_id, date_earliest);

CREATE INDEX people_statement_changed_at_16f32bf4 ON public.people_statement USING btree (changed_at);

CREATE INDEX people_statement_passages_passage_id_e66ca1fb ON public.people_statement_passages USING btree (passage_id);

CREATE INDEX people_statement_passages_statement_id_51d17036 ON public.people_statement_passages USING btree (statement_id);

CREATE INDEX people_statement_person_id_3aa69d77 ON public.people_statement USING btree (person_id);

CREATE INDEX people_statement_slug_598e75be_like ON public.people_statement USING btree (slug varchar_pattern_ops);

CREATE INDEX people_tie_changed_at_38422359 ON public.people_tie USING btree (changed_at);

CREATE INDEX people_tie_from_person_id_68909043 ON public.people_tie USING btree (from_person_id);

CREATE INDEX people_tie_passages_passage_id_97cd19dd ON public.people_tie_passages USING btree (passage_id);

CREATE INDEX people_tie_passages_tie_id_92dbde66 ON public.people_tie_passages USING btree (tie_id);

CREATE INDEX people_tie_slug_e134dcf9_like ON public.people_tie USING btree (slug varchar_pattern_ops);

CREATE INDEX people_tie_to_person_id_f2fa5d36 ON public.people_tie USING btree (to_person_id);

ALTER INDEX public.people_searchdocument_pkey ATTACH PARTITION public.people_searchdocument_1_pkey;

ALTER INDEX public.people_searchdocument_texts ATTACH PARTITION public.people_searchdocument_1_texts_idx;

ALTER INDEX public.people_searchdocument_titles ATTACH PARTITION public.people_searchdocument_1_titles_idx;

ALTER INDEX public.people_searchdocument_pkey ATTACH PARTITION public.people_searchdocument_2_pkey;

ALTER INDEX public.people_searchdocument_texts ATTACH PARTITION public.people_searchdocument_2_texts_idx;

ALTER INDEX public.people_searchdocument_titles ATTACH PARTITION public.people_searchdocument_2_titles_idx;

ALTER INDEX public.people_searchdocument_pkey ATTACH PARTITION public.people_searchdocument_3_pkey;

ALTER INDEX public.people_searchdocument_texts ATTACH PARTITION public.people_searchdocument_3_texts_idx;

ALTER INDEX public.people_searchdocument_titles ATTACH PARTITION public.people_searchdocument_3_titles_idx;

ALTER INDEX public.people_searchdocument_pkey ATTACH PARTITION public.people_searchdocument_4_pkey;

ALTER INDEX public.people_searchdocument_texts ATTACH PARTITION public.people_searchdocument_4_texts_idx;

ALTER INDEX public.people_searchdocument_titles ATTACH PARTITION public.people_searchdocument_4_titles_idx;

ALTER INDEX public.people_searchdocument_pkey ATTACH PARTITION public.people_searchdocument_5_pkey;

ALTER INDEX public.people_searchdocument_texts ATTACH PARTITION public.people_searchdocument_5_texts_idx;

ALTER INDEX public.people_searchdocument_titles ATTACH PARTITION public.people_searchdocument_5_titles_idx;

ALTER INDEX public.people_searchdocument_pkey ATTACH PARTITION public.people_searchdocument_6_pkey;

ALTER INDEX public.people_searchdocument_texts ATTACH PARTITION public.people_searchdocument_6_texts_idx;

ALTER INDEX public.people_searchdocument_titles ATTACH PARTITION public.people_searchdocument_6_titles_idx;

ALTER INDEX public.people_searchdocument_pkey ATTACH PARTITION public.people_searchdocument_7_pkey;

ALTER INDEX public.people_searchdocument_texts ATTACH PARTITION public.people_searchdocument_7_texts_idx;

ALTER INDEX public.people_searchdocument_titles ATTACH PARTITION public.people_searchdocument_7_titles_idx;

ALTER INDEX public.people_searchdocument_pkey ATTACH PARTITION public.people_searchdocument_8_pkey;

ALTER INDEX public.people_searchdocument_texts ATTACH PARTITION public.people_searchdocument_8_texts_idx;

ALTER INDEX public.people_searchdocument_titles ATTACH PARTITION public.people_searchdocument_8_titles_idx;

ALTER INDEX public.people_searchdocument_pkey ATTACH PARTITION public.people_searchdocument_others_pkey;

ALTER INDEX public.people_searchdocument_texts ATTACH PARTITION public.people_searchdocument_others_texts_idx;

ALTER INDEX public.people_searchdocument_titles ATTACH PARTITION public.people_searchdocument_others_titles_idx;

CREATE TRIGGER people_search_alias_delete AFTER DELETE ON public.people_alias REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_alias();

CREATE TRIGGER people_search_alias_insert AFTER INSERT ON public.people_alias REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_alias();

CREATE TRIGGER people_search_alias_truncate AFTER TRUNCATE ON public.people_alias FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_alias();

CREATE TRIGGER people_search_alias_update AFTER UPDATE ON public.people_alias REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_alias();

CREATE TRIGGER people_search_allegation_delete AFTER DELETE ON public.people_allegation REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_allegation();

CREATE TRIGGER people_search_allegation_insert AFTER INSERT ON public.people_allegation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_allegation();

CREATE TRIGGER people_search_allegation_truncate AFTER TRUNCATE ON public.people_allegation FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_allegation();

CREATE TRIGGER people_search_allegation_update AFTER UPDATE ON public.people_allegation REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_allegation();

CREATE TRIGGER people_search_meeting_delete AFTER DELETE ON public.people_meeting REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_meeting();

CREATE TRIGGER people_search_meeting_insert AFTER INSERT ON public.people_meeting REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_meeting();

CREATE TRIGGER people_search_meeting_truncate AFTER TRUNCATE ON public.people_meeting FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_meeting();

CREATE TRIGGER people_search_meeting_update AFTER UPDATE ON public.people_meeting REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_meeting();

CREATE TRIGGER people_search_organisation_delete AFTER DELETE ON public.people_organisation REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_organisation();

CREATE TRIGGER people_search_organisation_insert AFTER INSERT ON public.people_organisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_organisation();

CREATE TRIGGER people_search_organisation_truncate AFTER TRUNCATE ON public.people_organisation FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_organisation();

CREATE TRIGGER people_search_organisation_update AFTER UPDATE ON public.people_organisation REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_organisation();

CREATE TRIGGER people_search_person_delete AFTER DELETE ON public.people_person REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_person();

CREATE TRIGGER people_search_person_insert AFTER INSERT ON public.people_person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_person();

CREATE TRIGGER people_search_person_truncate AFTER TRUNCATE ON public.people_person FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_person();

CREATE TRIGGER people_search_person_update AFTER UPDATE ON public.people_person REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_person();

CREATE TRIGGER people_search_response_delete AFTER DELETE ON public.people_response REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_response();

CREATE TRIGGER people_search_response_insert AFTER INSERT ON public.people_response REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_response();

CREATE TRIGGER people_search_response_truncate AFTER TRUNCATE ON public.people_response FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_response();

CREATE TRIGGER people_search_response_update AFTER UPDATE ON public.people_response REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_response();

CREATE TRIGGER people_search_role_delete AFTER DELETE ON public.people_role REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_role();

CREATE TRIGGER people_search_role_insert AFTER INSERT ON public.people_role REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_role();

CREATE TRIGGER people_search_role_truncate AFTER TRUNCATE ON public.people_role FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_role();

CREATE TRIGGER people_search_role_update AFTER UPDATE ON public.people_role REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_role();

CREATE TRIGGER people_search_statement_delete AFTER DELETE ON public.people_statement REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_statement();

CREATE TRIGGER people_search_statement_insert AFTER INSERT ON public.people_statement REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_statement();

CREATE TRIGGER people_search_statement_truncate AFTER TRUNCATE ON public.people_statement FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_statement();

CREATE TRIGGER people_search_statement_update AFTER UPDATE ON public.people_statement REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.people_search_statement();

CREATE TRIGGER people_searchdocument_added AFTER INSERT ON public.people_searchdocument REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.people_searchdocument_learn();

CREATE TRIGGER people_searchdocument_changed AFTER UPDATE ON public.people_searchdocument REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.people_searchdocument_learn();

CREATE TRIGGER people_version_alias AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_alias FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_alias_passages AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_alias_passages FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_allegation AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_allegation FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_allegation_passages AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_allegation_passages FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_allegation_subjects AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_allegation_subjects FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_formerslug AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_formerslug FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_meeting AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_meeting FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_meeting_passages AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_meeting_passages FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_organisation AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_organisation FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_participation AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_participation FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_passage AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_passage FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_person AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_person FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_person_passages AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_person_passages FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_response AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_response FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_response_passages AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_response_passages FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_role AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_role FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_role_passages AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_role_passages FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_source AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_source FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_statement AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_statement FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_statement_passages AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_statement_passages FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_tie AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_tie FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

CREATE TRIGGER people_version_tie_passages AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.people_tie_passages FOR EACH STATEMENT EXECUTE FUNCTION public.people_version_draw();

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_group_id_97559544_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_user_id_6a12ed8b_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permi_permission_id_1fbb5f2c_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_user_id_a95ead1b_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_alias_passages
    ADD CONSTRAINT people_alias_passages_alias_id_c0abb363_fk_people_alias_id FOREIGN KEY (alias_id) REFERENCES public.people_alias(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_alias_passages
    ADD CONSTRAINT people_alias_passages_passage_id_fd213eef_fk_people_passage_id FOREIGN KEY (passage_id) REFERENCES public.people_passage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_alias
    ADD CONSTRAINT people_alias_person_id_2300be71_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_allegation_passages
    ADD CONSTRAINT people_allegation_pa_allegation_id_7720c3a8_fk_people_al FOREIGN KEY (allegation_id) REFERENCES public.people_allegation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_allegation_passages
    ADD CONSTRAINT people_allegation_pa_passage_id_b31e532d_fk_people_pa FOREIGN KEY (passage_id) REFERENCES public.people_passage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_allegation_subjects
    ADD CONSTRAINT people_allegation_su_allegation_id_f9f13a67_fk_people_al FOREIGN KEY (allegation_id) REFERENCES public.people_allegation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_allegation_subjects
    ADD CONSTRAINT people_allegation_su_person_id_c358beef_fk_people_pe FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_formerslug
    ADD CONSTRAINT people_formerslug_content_type_id_25093d48_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_meeting
    ADD CONSTRAINT people_meeting_organisation_id_7930d3fd_fk_people_or FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_meeting_passages
    ADD CONSTRAINT people_meeting_passa_meeting_id_9e303b10_fk_people_me FOREIGN KEY (meeting_id) REFERENCES public.people_meeting(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_meeting_passages
    ADD CONSTRAINT people_meeting_passa_passage_id_309f89f4_fk_people_pa FOREIGN KEY (passage_id) REFERENCES public.people_passage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_participation
    ADD CONSTRAINT people_participation_meeting_id_d167fb70_fk_people_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.people_meeting(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_participation
    ADD CONSTRAINT people_participation_person_id_55bf4bb9_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_passage
    ADD CONSTRAINT people_passage_source_id_64d0849c_fk_people_source_id FOREIGN KEY (source_id) REFERENCES public.people_source(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_person_passages
    ADD CONSTRAINT people_person_passages_passage_id_c072cc20_fk_people_passage_id FOREIGN KEY (passage_id) REFERENCES public.people_passage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_person_passages
    ADD CONSTRAINT people_person_passages_person_id_2fd70eb7_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_response
    ADD CONSTRAINT people_response_allegation_id_ed5e99c6_fk_people_allegation_id FOREIGN KEY (allegation_id) REFERENCES public.people_allegation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_response_passages
    ADD CONSTRAINT people_response_pass_passage_id_4d27361e_fk_people_pa FOREIGN KEY (passage_id) REFERENCES public.people_passage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_response_passages
    ADD CONSTRAINT people_response_pass_response_id_3f4477b2_fk_people_re FOREIGN KEY (response_id) REFERENCES public.people_response(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_response
    ADD CONSTRAINT people_response_person_id_0c064740_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_role
    ADD CONSTRAINT people_role_organisation_id_556502cc_fk_people_organisation_id FOREIGN KEY (organisation_id) REFERENCES public.people_organisation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_role_passages
    ADD CONSTRAINT people_role_passages_passage_id_82f20a47_fk_people_passage_id FOREIGN KEY (passage_id) REFERENCES public.people_passage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_role_passages
    ADD CONSTRAINT people_role_passages_role_id_20daf092_fk_people_role_id FOREIGN KEY (role_id) REFERENCES public.people_role(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_role
    ADD CONSTRAINT people_role_person_id_7fefa71f_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_statement_passages
    ADD CONSTRAINT people_statement_pas_passage_id_e66ca1fb_fk_people_pa FOREIGN KEY (passage_id) REFERENCES public.people_passage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_statement_passages
    ADD CONSTRAINT people_statement_pas_statement_id_51d17036_fk_people_st FOREIGN KEY (statement_id) REFERENCES public.people_statement(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_statement
    ADD CONSTRAINT people_statement_person_id_3aa69d77_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_from_person_id_68909043_fk_people_person_id FOREIGN KEY (from_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_tie_passages
    ADD CONSTRAINT people_tie_passages_passage_id_97cd19dd_fk_people_passage_id FOREIGN KEY (passage_id) REFERENCES public.people_passage(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_tie_passages
    ADD CONSTRAINT people_tie_passages_tie_id_92dbde66_fk_people_tie_id FOREIGN KEY (tie_id) REFERENCES public.people_tie(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_to_person_id_f2fa5d36_fk_people_person_id FOREIGN KEY (to_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;

