SELECT id, authority, link_secret FROM register
